// Seized on your page, optional: makes every embed as high as its content, and lets its figures stay in place.
//
//   <div data-seized><iframe src="https://…/embed/doubled/" …></iframe></div>
//   <script src="https://…/host.js" async></script>
//
// `data-top="64"` on the div leaves room for a bar of 64 pixels that stays at the top of your page. The script sets the
// height and the position of these two elements and nothing else, and scrolls the page only within the embed and only
// when its reader has just pressed something there. Load it once or more often, before its frames or after them.
(() => {
  if (window.seizedHost) return;
  window.seizedHost = 1;

  const VERSIONS = [1];
  const isLength = (value) => Number.isInteger(value) && value >= 0 && value <= 100_000;
  const stuck = new WeakMap();
  const frames = () => [...document.querySelectorAll('[data-seized] > iframe')];
  const post = (frame, message) => frame.contentWindow?.postMessage(message, '*');
  const room = (box) => Math.min(Math.max(parseInt(box.dataset.top, 10) || 0, 0), 500);

  // Nothing sticks inside an element that scrolls or clips.
  const sticks = (box) => {
    const overflow = (element) => getComputedStyle(element).overflow;
    const { body, documentElement: html } = document;
    for (let element = box; element && element !== html; element = element.parentElement) {
      const passesOn = element === body && overflow(html) === 'visible';
      if (!passesOn && !/^(visible|clip)( |$)/.test(overflow(element))) return false;
    }
    return box.children.length === 1;
  };
  const set = (frame, height) => {
    const box = frame.parentElement;
    const state = stuck.get(frame);
    if (state) {
      // An embed that has just been welcomed, or was another height, may not have been able to follow before.
      Object.assign(state, { height, top: null });
      box.style.height = `${height}px`;
      frame.style.position = 'sticky';
      frame.style.top = `${room(box)}px`;
      frame.style.height = `min(${height}px, 100vh - ${room(box)}px)`;
      sync(frame);
    } else frame.style.height = `${height}px`;
  };
  const sync = (frame) => {
    const state = stuck.get(frame);
    if (!state) return;
    const box = frame.parentElement;
    const most = Math.max(state.height - frame.offsetHeight, 0);
    const top = Math.min(Math.max(room(box) - box.getBoundingClientRect().top, 0), most);
    if (state.top !== top) post(frame, { seized: 'top', top });
    state.top = top;
  };
  const welcome = (frame, { versions, sticky }) => {
    const version = Math.max(...VERSIONS.filter((known) => Array.isArray(versions) && versions.includes(known)));
    if (version < 1) return;
    stuck.delete(frame);
    const agreed = sticky === true && sticks(frame.parentElement);
    post(frame, { seized: 'welcome', version, sticky: agreed });
    // What is said before the welcome is not heard.
    if (agreed) {
      stuck.set(frame, {});
      set(frame, frame.parentElement.offsetHeight);
    }
  };
  const scroll = (frame, top) => {
    const state = stuck.get(frame);
    if (!state || !isLength(top) || top > state.height || navigator.userActivation?.isActive === false) return;
    const box = frame.parentElement;
    scrollBy({ top: box.getBoundingClientRect().top - room(box) + top, behavior: 'instant' });
  };

  addEventListener('message', ({ source, data }) => {
    // A sender that is gone is null, and so is the window of a frame that has none.
    const frame = source && frames().find((frame) => frame.contentWindow === source);
    if (!frame || !data) return;
    if (data.seized === 'hello') welcome(frame, data);
    else if (data.seized === 'scroll') scroll(frame, data.top);
    else if (data.sentinel === 'amp' && data.type === 'embed-size' && isLength(data.height) && data.height >= 50)
      set(frame, data.height);
  });
  const all = () => frames().forEach(sync);
  addEventListener('scroll', all, { passive: true });
  addEventListener('resize', all);
  for (const frame of frames()) post(frame, { seized: 'hello', versions: VERSIONS });
})();
