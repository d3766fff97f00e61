// A figure's drawing as a picture that stands alone. The program draws it as the reader has it, in the light or dark colours
// of now, with what it shows, who made it and where it is from; here it gets its letters, and becomes a PNG.
{
  // Milliseconds that a picture may take.
  const PATIENCE = 8000;

  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  // The letters: where they are files they are fetched, elsewhere they are in the page.
  const faces = async (text) => {
    const block = globalThis.seizedFonts ?? JSON.parse(document.getElementById('seized-fonts')?.textContent ?? '[]');
    const wanted = (range) => range.split(',').some((part) => {
      const [low, high = low] = part.trim().replace('U+', '').split('-').map((end) => parseInt(end, 16));
      return [...text].some((letter) => letter.codePointAt(0) >= low && letter.codePointAt(0) <= high && letter.trim());
    });
    const face = (family, weight, data) => `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
    if (block.length > 0) return block.filter(({ unicodeRange }) => wanted(unicodeRange)).map(({ family, weight, data }) => face(family, weight, data)).join('');
    // Extensions and translators add style sheets, and nobody may read those of another origin. Ours are the faces of our
    // own family; without one that does not come, a picture has the next best letters.
    const readable = (sheet) => {
      try {
        return [...sheet.cssRules];
      } catch {
        return [];
      }
    };
    const ours = getComputedStyle(document.documentElement).getPropertyValue('--serif');
    const rules = [...document.styleSheets].flatMap(readable).filter((rule) => rule instanceof CSSFontFaceRule);
    const made = rules.map(async ({ style }) => {
      const family = style.getPropertyValue('font-family').replace(/["']/g, '');
      const [, url] = style.getPropertyValue('src').match(/url\(["']?([^"')]+)["']?\)/) ?? [];
      if (!url || !ours.includes(family) || !wanted(style.getPropertyValue('unicode-range'))) return '';
      const answer = await fetch(new URL(url, document.baseURI)).catch(() => null);
      return answer?.ok ? face(family, style.getPropertyValue('font-weight'), base64(new Uint8Array(await answer.arrayBuffer()))) : '';
    });
    return (await Promise.all(made)).join('');
  };

  const svg = async (figure, { caption, reads, sources }, { title, edition, dataset }) => {
    const foot = [`${title}; ${edition}; ${dataset}.`, `${sources.join('; ')}.`].join('\n');
    const { fontFamily } = getComputedStyle(document.documentElement);
    const picture = wasm_bindgen.picture(figure, caption, reads, foot, fontFamily);
    if (!picture) throw new Error(`${figure}: nothing is drawn`);
    return picture.replace('/*faces*/', await faces(picture));
  };

  const url = (blob) =>
    new Promise((done, failed) => {
      const reader = new FileReader();
      [reader.onload, reader.onerror] = [() => done(reader.result), failed];
      reader.readAsDataURL(blob);
    });
  // Twice as fine as on the screen.
  const painted = async (figure, about, facts) => {
    const image = new Image();
    image.src = await url(new Blob([await svg(figure, about, facts)], { type: 'image/svg+xml' }));
    await image.decode();
    // Letters within a picture may come a moment after it.
    await new Promise((done) => setTimeout(done, 100));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'));
  };
  // A canvas that is forbidden to answer says nothing.
  const png = (...figure) =>
    Promise.race([painted(...figure), new Promise((_, failed) => setTimeout(() => failed(new Error('no picture in time')), PATIENCE))]);
  globalThis.seizedDrawing = { svg, png, url };
}
