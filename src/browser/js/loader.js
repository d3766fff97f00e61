// Starts the program, in each of the shapes a page has. What it needs stands in the page as data blocks or is
// named by `#seized-page`. Whatever fails, the page stays as it is and says so.
(() => {
  const root = document.documentElement;
  const text = (id) => document.getElementById(id)?.textContent;
  const page = JSON.parse(text('seized-page'));

  // An integrity is given for hosted pages alone: in a sandbox it would block the script.
  const script = ([url, integrity]) =>
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
  const asset = async (name) => text(`seized-${name}`) ?? (await fetched(page[name])).text();
  const fetched = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  const program = async () => {
    if (page.wasm) return fetched(page.wasm);
    if (page.wasmScript) await script(page.wasmScript);
    return inflate(globalThis.seizedWasm ?? text('seized-wasm')).arrayBuffer();
  };
  const glue = () => (page.glue ? script(page.glue) : inline('seized-glue'));
  const charts = () => (page.charts ? script(page.charts) : inline('seized-charts'));
  const fonts = async () => {
    if (page.fontScript) await script(page.fontScript);
    const faces = globalThis.seizedFonts ?? JSON.parse(text('seized-fonts') ?? '[]');
    for (const { family, data, ...rest } of faces) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace(family, bytes, rest));
    }
  };
  // Few want to embed: what fills the dialog comes when it is asked for.
  document.addEventListener('click', async ({ target }) => {
    const opener = target.closest?.('[data-embed]');
    if (!opener || !page.embed) return;
    if (!globalThis.seizedEmbed) await script(page.embed);
    globalThis.seizedEmbed(opener.dataset.embed);
  });
  const start = async () => {
    const [data, words, module] = await Promise.all([asset('data'), asset('words'), program(), glue()]);
    globalThis.seized = { data, words, shape: page.shape, charts };
    await wasm_bindgen({ module_or_path: module });
  };
  start().catch((error) => {
    root.dataset.state = 'failed';
    console.error(error);
  });
  fonts().catch(() => {});
})();
