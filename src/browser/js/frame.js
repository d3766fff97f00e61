// An embed page in somebody else's page: says how high it is, and agrees with a host's script on who scrolls.
//
// README has the contract. None of it needs the program: a page whose program was blocked is as high as any other.
// `html[data-scroll]` says who scrolls and is written `host` or `none` by the build; pages without it are not for
// embedding. Whenever it changes the document hears `seized-scroll`.
//
//   host    the frame is as high as the page, and the host scrolls: the program moves the figure
//   synced  the frame is as high as the host's window, and a host's script says how far it has scrolled
//   own     no frame: the page scrolls itself
//   flat    a low frame that scrolls itself: each step with its own figure
//   none    one figure: nothing scrolls
(() => {
  const root = document.documentElement;
  const made = root.dataset.scroll;
  if (!made) return;

  // Where links may not open, the address beside them can be selected.
  for (const place of document.querySelectorAll('[data-absolute]'))
    place.textContent = new URL(place.dataset.absolute, location.href).href;

  const scrolls = (who) => {
    if (root.dataset.scroll === who) return;
    root.dataset.scroll = who;
    document.dispatchEvent(new Event('seized-scroll'));
  };
  if (parent === window) {
    if (made === 'host') scrolls('own');
    return;
  }

  const VERSIONS = [1];
  // Heights outside these bounds are a mistake of layout, not a page.
  const [LEAST, MOST] = [50, 100_000];
  // A frame that is lower than this share of its page scrolls itself.
  const LOW = 0.6;
  const SETTLED = 1000;
  // So long a host's script may take to scroll where it was asked to, before it is taken to have refused.
  const PATIENCE = 500;

  const child = seizedQuery().get('childId');
  const post = (message) => parent.postMessage(message, '*');
  const isSynced = () => root.dataset.scroll === 'synced';
  let told = 0;
  let full = 0;
  let follows = false;
  let low = false;
  let top = 0;
  let asked = null;

  const tell = (again) => {
    // In a frame that is not displayed nothing has a height.
    if (!innerWidth) return;
    const height = Math.min(Math.max(Math.ceil(document.body.getBoundingClientRect().height), LEAST), MOST);
    if (root.dataset.scroll !== 'flat') full = height;
    if (height === told && !again) return;
    told = height;
    root.dataset.height = height;
    if (child !== null) post(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
    post({ sentinel: 'amp', type: 'embed-size', height });
    post({ 'datawrapper-height': { [child ?? 'seized']: height } });
    post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
    post(JSON.stringify({ method: 'resize', height }));
  };

  // A host that once made us as high as we said follows us; another that leaves us low does not.
  const settle = () => {
    if (made === 'none' || isSynced() || !innerHeight) return;
    const now = !follows && innerHeight < full * LOW;
    // The program may have unrolled the page for a reason of its own.
    if (now !== low) scrolls(now ? 'flat' : 'host');
    low = now;
  };
  const resized = () => {
    follows ||= Math.abs(innerHeight - told) <= 2;
    tell();
    if (follows) settle();
    else setTimeout(settle, SETTLED);
  };

  const wishes = () => made === 'host' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const greet = () => post({ seized: 'hello', versions: VERSIONS, sticky: wishes() });
  const welcomed = ({ version, sticky }) => {
    if (!VERSIONS.includes(version) || sticky !== true || !wishes()) return;
    scrolls('synced');
    tell(true);
  };
  // What scrolls us besides the host, be it the focus or Next, scrolls the host.
  const moved = () => {
    if (!isSynced() || Math.abs(scrollY - top) <= 1) return;
    top = scrollY;
    asked = { top, since: performance.now() };
    post({ seized: 'scroll', top: Math.round(top) });
  };
  const follow = (to) => {
    if (!isSynced() || !Number.isFinite(to) || to < 0 || to > MOST) return;
    moved();
    // What the host said before it heard us is out of date.
    if (asked && Math.abs(to - asked.top) > 2 && performance.now() - asked.since < PATIENCE) return;
    asked = null;
    scrollTo({ top: to, behavior: 'instant' });
    top = scrollY;
  };

  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const asks = typeof data === 'string' ? /^pymxPYMx.*xPYMxwidthxPYMx/.test(data) : data?.type === 'frames-init';
    if (asks) tell(true);
    else if (data?.seized === 'hello') greet();
    else if (data?.seized === 'welcome') welcomed(data);
    else if (data?.seized === 'top') follow(data.top);
  });
  addEventListener('scroll', moved);
  // A link within the page; an engine may refuse to scroll the host by itself.
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    // With one of these keys the browser opens it elsewhere.
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Both of us would scroll, and meet nowhere.
    if (isSynced()) scrollBy({ top: target.getBoundingClientRect().top, behavior: 'instant' });
    else target.scrollIntoView();
  });
  addEventListener('resize', resized);
  new ResizeObserver(() => tell()).observe(document.body);
  // Observers rest in a frame that is far from being seen; its host wants to know before.
  document.fonts.addEventListener('loadingdone', () => tell());
  tell();
  setTimeout(resized, SETTLED);
  greet();
})();
