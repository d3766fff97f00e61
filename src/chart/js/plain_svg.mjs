// Turns what ECharts' SVG renderer drew into markup that a page with a strict CSP can hold:
// no style attributes, no fonts, ids that cannot collide, colours as CSS variables, short numbers.
import { bake } from './bake.mjs';

/** Attributes that do nothing on our pages. */
const idle = /^(?:style|pointer-events|class|cursor|xml:space|xmlns:xlink|ecmeta_.*)$/;
const lengths = /^(?:d|points|x|y|x1|y1|x2|y2|cx|cy|r|width|height|dx|dy|stroke-width|stroke-dash.*|offset)$/;
const colours = /^(?:fill|stroke|stop-color|flood-color)$/;

/** What all words have; it stands once around the drawing. */
const usual = { 'font-size': '14', 'dominant-baseline': 'central' };

/**
 * The figure as one `<svg>` string.
 *
 * `tree` is the root node of zrender's SVG painter (`tag`, `attrs`, `children`, `text`). The size
 * becomes the viewBox; the page's style sheet gives the rest. The background is dropped.
 */
export function plainSvg(tree, { name, width, height, palette }) {
  const page = { name, palette: normalPalette(palette) };
  const inner = (tree.children ?? []).filter((node) => node.key !== 'bg').map((node) => markup(node, page)).join('');
  const given = Object.entries(usual).map(([key, value]) => ` ${key}="${value}"`).join('');
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" viewBox="0 0 ${width} ${height}" ` +
    'aria-hidden="true" focusable="false">';
  return `${root}<g${given}>${withoutIdleClips(inner)}</g></svg>`;
}

/** Without the clips of series that drew nothing. */
function withoutIdleClips(inner) {
  const clip = /<clipPath id="([^"]*)">.*?<\/clipPath>/g;
  return inner.replace(clip, (whole, id) => (inner.includes(`url(#${id})`) ? whole : '')).replace('<defs></defs>', '');
}

function markup(node, page) {
  if (node.tag === 'style') return '';
  const { tag, attrs } = bake(node.tag, { ...node.attrs, ...fontAttributes(node.attrs.style) });
  if (tag === null || (tag === 'circle' && Number(attrs.r) === 0)) return '';
  if (tag === 'text') inherit(attrs);
  const children = (node.children ?? []).map((child) => markup(child, node.tag === 'clipPath' ? { ...page, bare: true } : node.tag === 'pattern' ? { ...page, digits: 2 } : page));
  const content = children.join('') + escape(node.text ?? '');
  const written = Object.entries(attrs)
    .filter(([key, value]) => value != null && value !== false && !idle.test(key))
    .filter(([key]) => !(page.bare && (colours.test(key) || key.startsWith('stroke'))))
    .map(([key, value]) => ` ${key}="${escape(attribute(key, value, page))}"`)
    .join('');
  if (tag === 'g' && (written === '' || content === '')) return content;
  return content === '' ? `<${tag}${written}/>` : `<${tag}${written}>${content}</${tag}>`;
}

/** Leaves out of a text's attributes what it has from around it; says what it has not. */
function inherit(attrs) {
  attrs['dominant-baseline'] ??= 'auto';
  if (attrs['text-anchor'] === 'start') delete attrs['text-anchor'];
  for (const [key, value] of Object.entries(usual)) if (String(attrs[key]) === value) delete attrs[key];
}

/** The inline style of a text as presentation attributes. The typeface is the page's. */
function fontAttributes(style) {
  const attrs = {};
  for (const declaration of (style ?? '').split(';').filter((part) => part.trim() !== '')) {
    const [property, value] = declaration.split(':').map((part) => part.trim());
    if (property === 'font') Object.assign(attrs, fontShorthand(value));
    else if (property === 'font-size') attrs[property] = value.replace(/px$/, '');
    else if (property === 'font-weight' || property === 'font-style') attrs[property] = value;
    else if (property !== 'font-family') throw new Error(`no attribute for the style \`${declaration}\``);
  }
  return attrs;
}

function fontShorthand(font) {
  const [, before, size] = /^(.*?)([\d.]+)px\b/.exec(font) ?? [];
  if (size === undefined) throw new Error(`no size in the font \`${font}\``);
  const weight = /\bbold(?:er)?\b|\b\d00\b/.exec(before)?.[0];
  const slant = /\bitalic\b|\boblique\b/.exec(before)?.[0];
  return { 'font-size': size, ...(weight && { 'font-weight': weight }), ...(slant && { 'font-style': slant }) };
}

function attribute(key, value, { name, palette, digits = 1 }) {
  const text = String(value).replace(/\bzr\d+-/g, `${name}-`);
  if (colours.test(key)) return colour(text, palette);
  if (lengths.test(key)) return shorten(text, digits);
  if (key === 'transform' || key === 'patternTransform') return shortenTransform(text);
  return shorten(text, 3, /^-?\d*\.\d{4,}$/);
}

/** A colour of the palette in whichever spelling; `none`, references and variables pass. */
function colour(text, palette) {
  if (palette.size === 0 || /^(?:none|currentColor|url\(.*\)|var\(.*\))$/.test(text)) return text;
  const found = palette.get(hex(text));
  if (found === undefined) throw new Error(`the colour ${text} is not in the palette`);
  return found;
}

function normalPalette(palette) {
  return new Map(
    Object.entries(palette).map(([key, value]) => {
      if (!/^#[0-9a-f]{6}$/i.test(key)) throw new Error(`palette: ${key} is not of the form #rrggbb`);
      return [key.toLowerCase(), value];
    }),
  );
}

function hex(text) {
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(text);
  if (parts) return `#${parts.slice(1).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  return (short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : text).toLowerCase();
}

function shorten(text, digits, only) {
  if (only && !only.test(text)) return text;
  return text.replace(/-?(?:\d+\.\d*|\.\d+|\d+)(?:e[-+]?\d+)?/g, (number) => String(Number(Number(number).toFixed(digits)) || 0));
}

/** Of a matrix, only the shift may be rounded as coarsely as a coordinate. */
function shortenTransform(text) {
  const [, numbers] = /^matrix\((.*)\)$/.exec(text) ?? [];
  if (numbers === undefined) return shorten(text, 2);
  const parts = numbers.split(/[\s,]+/);
  return `matrix(${parts.map((part, i) => shorten(part, i < 4 ? 4 : 2)).join(' ')})`;
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => escapes[letter]);
