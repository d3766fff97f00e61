// Seized on your page, optional: makes every embed as high as its content, and lets its figures stay in place.
//
//   <div data-seized><iframe src="https://…/embed/doubled/" …></iframe></div>
//   <script src="https://…/host.js" async></script>
//
// `data-top="64"` on the div leaves room for a bar of 64 pixels that stays at the top of your page. The script sets the
// height and the position of these two elements, undoes a box of fixed proportions that holds nothing but them, and
// touches nothing else. It scrolls the page only within the embed and only when its reader has just pressed something
// there. On paper an embed is whole. Load it once or more often, before its frames or after them.
(() => {
  if (window.seizedHost) return;
  window.seizedHost = 1;

  const VERSIONS = [1];
  const isLength = (value) => Number.isInteger(value) && value >= 0 && value <= 100_000;
  const stuck = new WeakMap();
  const frames = () => [...document.querySelectorAll('[data-seized] iframe')];
  const post = (frame, message) => frame.contentWindow?.postMessage(message, '*');
  const room = (box) => Math.min(Math.max(parseInt(box.closest('[data-seized]').dataset.top, 10) || 0, 0), 500);
  const style = (element, part) => getComputedStyle(element, part);

  // Systems put frames into boxes of fixed proportions, as for videos: a padding as high as they should be, or a block
  // before them, with what they hold laid over it; or a ratio. Such a box would cut us off. One that holds nothing but us
  // becomes as high as we are.
  const free = (frame) => {
    const { body } = document;
    const holds = (box, held) => box.innerText.trim() || [...box.children].some((other) => other !== held && other.offsetHeight);
    const boxes = [frame];
    for (let box = frame.parentElement; box && box !== body && !holds(box, boxes.at(-1)); box = box.parentElement) boxes.push(box);
    let end = 0;
    for (const [place, box] of boxes.entries()) {
      const { position, aspectRatio } = style(box);
      if (place > 0 && (place <= end || (aspectRatio ?? 'auto') !== 'auto')) {
        Object.assign(box.style, { height: 'auto', padding: 0, overflow: 'visible', aspectRatio: 'auto' });
        if (style(box, '::before').content !== 'none') {
          box.style.display = 'flex';
          boxes[place - 1].style.flex = 1;
        }
      }
      const under = position === 'absolute' ? boxes.indexOf(box.offsetParent) : 0;
      if (under > place) box.style.position = 'relative';
      end = Math.max(end, under);
    }
  };

  // Nothing sticks inside an element that scrolls or clips.
  const sticks = (box) => {
    const overflow = (element) => style(element).overflow;
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
    free(frame);
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
    free(frame);
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
  // No sheet of paper scrolls.
  addEventListener('beforeprint', () => {
    for (const frame of frames()) {
      const state = stuck.get(frame);
      if (state) Object.assign(frame.style, { position: 'relative', height: `${state.height}px` });
    }
  });
  addEventListener('afterprint', () => {
    for (const frame of frames()) if (stuck.has(frame)) set(frame, stuck.get(frame).height);
  });
  for (const frame of frames()) post(frame, { seized: 'hello', versions: VERSIONS });
})();
