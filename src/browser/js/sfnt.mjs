// The few facts of a TrueType font that laying out text without a browser needs.
// Tables and their offsets: OpenType specification 1.9, `head`, `hhea`, `hmtx`, `cmap`.

/**
 * Reads a font from the bytes of a .ttf file. Lengths are in em.
 *
 * `advance(codePoint)` is the width of a character, or undefined if the font has none for it. Kerning
 * is left out. Throws if the file has no Unicode character map of format 4 or 12.
 */
export function readFont(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tables(view);
  const unitsPerEm = view.getUint16(table.head + 18);
  const count = view.getUint16(table.hhea + 34);
  const glyphs = characterMap(view, table.cmap);
  return {
    ascent: view.getInt16(table.hhea + 4) / unitsPerEm,
    descent: -view.getInt16(table.hhea + 6) / unitsPerEm,
    lineGap: view.getInt16(table.hhea + 8) / unitsPerEm,
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return view.getUint16(table.hmtx + 4 * Math.min(glyph, count - 1)) / unitsPerEm;
    },
  };
}

function tables(view) {
  const found = {};
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
    found[tag] = view.getUint32(at + 8);
  }
  return found;
}

function characterMap(view, cmap) {
  const subtables = [];
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    subtables.push([view.getUint16(at), at]);
  }
  const at = (format) => subtables.find(([found]) => found === format)?.[1];
  if (at(12) !== undefined) return readFormat12(view, at(12));
  if (at(4) !== undefined) return readFormat4(view, at(4));
  throw new Error('the font has no character map of format 4 or 12');
}

function readFormat12(view, at) {
  const glyphs = new Map();
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const first = view.getUint32(group);
    for (let code = first; code <= view.getUint32(group + 4); code++) {
      glyphs.set(code, view.getUint32(group + 8) + code - first);
    }
  }
  return glyphs;
}

function readFormat4(view, at) {
  const glyphs = new Map();
  const double = view.getUint16(at + 6);
  for (let offset = 0; offset < double; offset += 2) {
    const last = view.getUint16(at + 14 + offset);
    const first = view.getUint16(at + 16 + double + offset);
    const delta = view.getUint16(at + 16 + 2 * double + offset);
    const rangeAt = at + 16 + 3 * double + offset;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
