// A figure's drawing as a picture that stands alone: its colours and letters in it, with what it shows, who made it and
// where it is from. As the reader sees it: the scene, the choices, the light or dark colours of now.
{
  const NS = 'http://www.w3.org/2000/svg';
  const TOLD = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'fill-opacity', 'stroke-opacity', 'opacity', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'paint-order', 'letter-spacing'];
  const INHERITED = { fill: 'rgb(0, 0, 0)', stroke: 'none', opacity: '1' };
  const MARGIN = 20;
  // Milliseconds that a picture may take.
  const PATIENCE = 8000;

  const seen = (element) => {
    const style = getComputedStyle(element);
    return style.display !== 'none' && style.visibility !== 'hidden' && style.opacity !== '0';
  };

  // A colour without what shines through it, and how much covers: other programs know opaque colours alone.
  const opaque = (colour) => {
    const parts = /^(rgb|color)a?\((?:srgb )?([\d.e-]+)[, ]+([\d.e-]+)[, ]+([\d.e-]+)(?:[, /]+([\d.e-]+))?\)$/.exec(colour);
    if (!parts) return [colour, 1];
    const [, kind, red, green, blue, covers = 1] = parts;
    const whole = (part) => Math.round(Number(part) * (kind === 'color' ? 255 : 1));
    return Number(covers) === 0 ? ['none', 1] : [`rgb(${[red, green, blue].map(whole).join(', ')})`, Number(covers)];
  };

  // A copy that needs no style sheet: each part says for itself what differs from what it stands in.
  const plain = (element, outer) => {
    const copy = element.cloneNode(false);
    for (const { name } of [...copy.attributes])
      if (/^(class|style|role|tabindex|aria-|data-|xmlns|id$)/.test(name) && !(name === 'id' && element.closest('defs'))) copy.removeAttribute(name);
    const style = getComputedStyle(element);
    const now = {};
    for (const name of TOLD) now[name] = style.getPropertyValue(name).replace(/url\(["']?[^#)]*#([^"')]+)["']?\)/g, 'url(#$1)');
    for (const name of ['fill', 'stroke']) {
      const [colour, covers] = opaque(now[name]);
      now[name] = colour;
      now[`${name}-opacity`] = String(now[`${name}-opacity`] * covers);
    }
    for (const name of TOLD) {
      if (now[name] && now[name] !== (outer[name] ?? '')) copy.setAttribute(name, now[name]);
      else copy.removeAttribute(name);
    }
    const { opacity, ...passed } = now;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
      else if (child.nodeType === Node.ELEMENT_NODE && (child.closest('defs, clipPath') || seen(child))) copy.append(plain(child, { ...passed, opacity: '1' }));
    }
    return copy;
  };

  const drawn = (figure) => [...document.querySelectorAll(`#${figure} .chart svg`)].find((svg) => seen(svg) && svg.getBoundingClientRect().width > 0);

  // What fills marks by a pattern stands elsewhere in the page.
  const patterns = (svg) => {
    const used = new Set([...svg.outerHTML.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id));
    const defs = document.createElementNS(NS, 'defs');
    for (const id of used) {
      const pattern = document.getElementById(id);
      if (pattern && !svg.querySelector(`[id="${id}"]`)) defs.append(plain(pattern, INHERITED));
    }
    return defs;
  };

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

  // Some browsers refuse a canvas: then words are taken to be as wide as they mostly are.
  const pen = document.createElement('canvas').getContext('2d');
  const width = (text, font) => {
    if (!pen) return (text.length * parseFloat(font.split(' ')[1])) / 2;
    pen.font = font;
    return pen.measureText(text).width;
  };
  const lines = (text, font, room) => {
    const made = [''];
    for (const word of text.split(' ')) {
      const longer = `${made.at(-1)} ${word}`.trim();
      if (width(longer, font) <= room || !made.at(-1)) made[made.length - 1] = longer;
      else made.push(word);
    }
    return made;
  };

  const svg = async (figure, { caption, reads, sources }, { title, edition, dataset }) => {
    const from = drawn(figure);
    if (!from) throw new Error(`${figure}: nothing is drawn`);
    const box = from.getBoundingClientRect();
    const [wide, high] = [Math.round(box.width), Math.round(box.height)];
    const root = getComputedStyle(document.documentElement);
    const colour = (name) => {
      const probe = document.createElement('i');
      probe.style.color = `var(${name})`;
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return opaque(color)[0];
    };
    const family = root.fontFamily;
    const picture = document.createElementNS(NS, 'svg');
    const write = (text, y, size, weight, fill) => {
      const element = document.createElementNS(NS, 'text');
      for (const [name, value] of Object.entries({ x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill })) element.setAttribute(name, value);
      element.textContent = text;
      picture.append(element);
    };
    const head = lines(caption, `600 17px ${family}`, wide);
    const how = reads ? lines(reads, `400 14px ${family}`, wide) : [];
    const foot = [`${title}; ${edition}; ${dataset}.`, `${sources.join('; ')}.`].flatMap((text) => lines(text, `400 13px ${family}`, wide));
    const top = MARGIN + head.length * 23 + how.length * 19 + 10;
    const whole = [wide + 2 * MARGIN, top + high + 14 + foot.length * 18 + MARGIN];
    for (const [name, value] of Object.entries({ xmlns: NS, width: whole[0], height: whole[1], viewBox: `0 0 ${whole.join(' ')}`, 'font-family': family, role: 'img', 'aria-label': caption })) picture.setAttribute(name, value);
    const ground = document.createElementNS(NS, 'rect');
    for (const [name, value] of Object.entries({ width: whole[0], height: whole[1], fill: colour('--paper') })) ground.setAttribute(name, value);
    const style = document.createElementNS(NS, 'style');
    picture.append(style, ground);
    head.forEach((line, place) => write(line, MARGIN + 17 + place * 23, 17, 600, colour('--ink')));
    how.forEach((line, place) => write(line, MARGIN + head.length * 23 + 14 + place * 19, 14, 400, colour('--soft')));
    const inner = plain(from, INHERITED);
    for (const [name, value] of Object.entries({ x: MARGIN, y: top, width: wide, height: high, viewBox: from.getAttribute('viewBox') ?? `0 0 ${wide} ${high}` })) inner.setAttribute(name, value);
    picture.append(patterns(inner), inner);
    foot.forEach((line, place) => write(line, top + high + 26 + place * 18, 13, 400, colour('--soft')));
    style.textContent = await faces(picture.textContent);
    if (!inner.querySelector('path, rect, circle')) throw new Error(`${figure}: the drawing is empty`);
    return new XMLSerializer().serializeToString(picture);
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
