// Has the page kept for readers without a network, and offers a newer edition when one is ready.
//
// It comes when everything else is there. Where a page cannot be kept (an address without encryption, a private window)
// nothing happens, and nothing is missing.
{
  const { worker } = JSON.parse(document.getElementById('seized-page').textContent);
  const notice = document.querySelector('.notice.newer');
  // In a sandbox it throws.
  const serviceWorker = self.origin === 'null' ? undefined : navigator.serviceWorker;

  const offer = (waiting) => {
    document.documentElement.dataset.newer = '';
    const [show, close] = notice.querySelectorAll('button');
    close.onclick = () => delete document.documentElement.dataset.newer;
    show.onclick = () => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('now');
    };
  };
  const watch = (registration) => {
    // The first worker has no edition before it, and nothing to offer.
    const ready = () => registration.waiting && serviceWorker.controller && offer(registration.waiting);
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', ready));
    registration.installing?.addEventListener('statechange', ready);
    ready();
    // Browsers look for themselves, but some only hours later.
    registration.update().catch(() => {});
  };
  if (serviceWorker && notice && !navigator.connection?.saveData)
    serviceWorker.register(worker, { updateViaCache: 'none' }).then(watch, () => {});
}
