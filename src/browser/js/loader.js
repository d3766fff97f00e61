// Starts the program, in each of the shapes a page has. What it needs stands in the page as data blocks or is
// named by `#seized-page`. Whatever fails, the page stays as it is and says so.
(() => {
  const root = document.documentElement;
  const text = (id) => document.getElementById(id)?.textContent;
  const page = JSON.parse(text('seized-page'));

  // Without the program numbers are words.
  const calm = () => {
    for (const number of document.querySelectorAll('.number')) for (const name of ['role', 'tabindex']) number.removeAttribute(name);
  };
  // A saved copy (`theme.js`): its parts are not as the program left them in the page.
  if (root.dataset.saved !== undefined) return calm();

  const complain = (error) => console.error(`Seized ${page.version}:`, error);
  // A network may fail for a moment.
  const twice = async (task) => {
    try {
      return await task();
    } catch {
      await new Promise((done) => setTimeout(done, 1500));
      return task();
    }
  };
  // An integrity is given for hosted pages alone: in a sandbox it would block the script.
  const script = (asset) => twice(() => added(asset));
  const added = ([url, integrity]) =>
    new Promise((done, failed) => {
      const element = document.createElement('script');
      if (integrity) element.integrity = integrity;
      element.onload = done;
      element.onerror = () => failed(new Error(url));
      element.src = url;
      document.head.append(element);
    });
  const inflate = (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  };
  // A script out of a data block; its hash is in the page's policy.
  const inline = async (id) => {
    const element = document.createElement('script');
    element.textContent = await inflate(text(id)).text();
    document.head.append(element);
  };
  // Words and rows: in a page of one file, in a script where nothing may be fetched, else files of their own.
  const asset = async (name) => {
    if (page.tables) {
      await (tables ??= script(page.tables));
      return globalThis.seizedTables[name];
    }
    const block = text(`seized-${name}`);
    return (block ? inflate(block) : await fetched(page[name])).text();
  };
  let tables;
  const fetched = ([url, integrity]) =>
    twice(async () => {
      const response = await fetch(url, { integrity });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return response;
    });
  const program = async () => {
    if (page.wasm) return fetched(page.wasm);
    if (page.wasmScript) await script(page.wasmScript);
    return inflate(globalThis.seizedWasm ?? text('seized-wasm')).arrayBuffer();
  };
  const glue = () => (page.glue ? script(page.glue) : inline('seized-glue'));
  const charts = async () => {
    try {
      await (page.charts ? script(page.charts) : inline('seized-charts'));
      // A script that was cut off is loaded all the same.
      if (!globalThis.seizedECharts) throw new Error('ECharts is incomplete');
    } catch (error) {
      complain(error);
      throw error;
    }
  };
  const fonts = async () => {
    if (page.fontScript) await script(page.fontScript);
    const faces = globalThis.seizedFonts ?? JSON.parse(text('seized-fonts') ?? '[]');
    for (const { family, data, ...rest } of faces) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace(family, bytes, rest));
    }
  };
  // The same place and choices in another language.
  for (const type of ['click', 'auxclick', 'contextmenu'])
    document.addEventListener(type, ({ target }) => {
      const link = target.closest?.('a[hreflang]');
      if (link) [link.search, link.hash] = [location.search, location.hash];
    });
  const tell = (opener, words) => {
    const line = opener.parentElement.querySelector('.said') ?? document.createElement('small');
    line.className = 'said';
    line.setAttribute('role', 'status');
    opener.parentElement.append(line);
    line.textContent = words;
  };
  // Few want to embed a figure, hear it or take it along: what does that comes when it is asked for.
  for (const tool of ['embed', 'sound', 'take'])
    document.addEventListener('click', async ({ target }) => {
      const opener = target.closest?.(`[data-${tool}]`);
      if (!opener) return;
      const [name, from] = [`seized_${tool}`, tool === 'embed' ? 'embed' : 'take'];
      try {
        if (!globalThis[name]) await (page[from] ? script(page[from]) : inline(`seized-${from}`));
        opener.parentElement.querySelector('.said')?.remove();
        globalThis[name](opener.dataset[tool], opener.dataset.series);
      } catch (error) {
        complain(error);
        tell(opener, page.lost);
      }
    });
  // What the keyboard does is told by a key, too, where a figure has the focus: whoever speaks to a browser may say it
  // anywhere. With another key held down it is the browser's.
  const help = () => seizedOpen(document.getElementById('help'));
  document.addEventListener('keydown', ({ key, target, altKey, ctrlKey, metaKey }) => {
    const isPlain = !altKey && !ctrlKey && !metaKey;
    if (key === '?' && isPlain && target.closest?.('.figure') && !target.closest('textarea, select')) help();
  });
  // A press beside a panel closes it, too: in a frame its reader may have scrolled away from it.
  const isBeside = ({ target, clientX: x, clientY: y }) => {
    if (!target.matches?.('.panel, .embedding')) return false;
    const { left, right, top, bottom } = target.getBoundingClientRect();
    return x < left || x > right || y < top || y > bottom;
  };
  let began = false;
  document.addEventListener('pointerdown', (event) => (began = isBeside(event)));
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (target.closest?.('[data-help]')) help();
    if (target.closest?.('.panel .close') || (began && isBeside(event))) target.closest('dialog').close();
  });
  const download = (name, blob) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  // A file to take along. Whether a browser or a frame's sandbox lets it through cannot be asked, so a line says what to do
  // if not; in a frame the text stands there to be copied, and a second press takes it away again.
  const save = (button, name, text) => {
    const shown = button.parentElement.querySelector('textarea');
    if (shown) return shown.remove();
    try {
      download(name, new Blob([text], { type: 'text/csv' }));
    } catch (error) {
      complain(error);
    }
    if (self === top) return tell(button, page.saved.replace('[file]', name));
    const area = document.createElement('textarea');
    area.readOnly = true;
    area.value = text;
    area.setAttribute('aria-label', name);
    button.after(area);
    area.select();
  };
  // What the program began and could not finish must not go on: words and figures stay as they are.
  const stop = (error) => {
    if (root.dataset.state === 'failed') return;
    if (root.dataset.state === 'live') root.dataset.stopped = '';
    root.dataset.state = 'failed';
    complain(error);
    // It says so where the reader is, in a frame, too, however high that is then.
    if (self !== top) seizedSeen(({ bottom }) => root.style.setProperty('--end', `${bottom}px`));
    if (!globalThis.seized) return;
    calm();
    for (const element of document.querySelectorAll('main button, main input, main select')) element.disabled = true;
  };
  // Every call of the program goes through here, so that an error that leaves it is known to be ours: what a browser
  // reports of errors in a page may be about somebody else's script, and in a sandbox does not say whose. Once stopped,
  // the program is not called again, but for what its glue still has to clear up.
  const guard = (exported) => {
    const guarded = (call) => (...given) => {
      if (root.dataset.state === 'failed') return;
      try {
        return call(...given);
      } catch (error) {
        stop(error);
        throw error;
      }
    };
    const entry = ([name, value]) => [name, name.startsWith('__') || typeof value !== 'function' ? value : guarded(value)];
    return Object.fromEntries(Object.entries(exported).map(entry));
  };
  const start = async () => {
    const [data, words, module] = await Promise.all([asset('data'), asset('words'), program(), glue()]);
    globalThis.seized = { data, words, shape: page.shape, charts, complain, download, save, guard };
    await wasm_bindgen({ module_or_path: module });
  };
  // Keeping the page for later is for those who stay, and waits until everything else of now has come.
  const later = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 1));
  const keep = () => setTimeout(() => later(() => script(page.offline).catch(() => {})), 10000);
  if (page.offline) addEventListener('load', keep);
  start().catch(stop);
  fonts().catch(() => {});
})();
