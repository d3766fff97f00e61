// Draws the pictures that a link to the site is shown with, and its icons.
//
//   node src/chart/js/cards.mjs --out DIR < jobs.json
//
// jobs.json  { "css", "patterns", "cards": [{ "name", "title", "more", "foot", "svg" }], "icon", "icons": [{ "name", "size", "room" }] }
//
// writes DIR/<name>.png for each: a card of 1200 × 630 with a still figure on the right, its question on the left, in the
// page's light colours and its typeface; an icon of `size` in the middle of a square, `room` of which it fills. The same
// jobs give the same bytes.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { outOption } from '../../browser/js/cli.mjs';
import { weights } from '../../browser/js/fonts.mjs';
import { measureText } from './text_width.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const font = {
  loadSystemFonts: false,
  fontFiles: weights.map(({ source }) => join(root, source)),
  defaultFontFamily: 'Source Serif 4',
};
const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 56];
const LEADING = 1.18;
/** The column of words, and the room of the figure. */
const COLUMN = 470;
const ROOM = { x: 572, y: 44, width: 584, height: 542 };

const escape = (words) => words.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

/** The light form of each colour that the style sheet names. */
const palette = (css) => Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*var\(--light, (#\w+)\)/g)].map(([, name, light]) => [name, light]));
const coloured = (markup, colours) =>
  markup.replace(/var\((--[\w-]+)\)/g, (whole, name) => {
    if (!colours[name]) throw new Error(`${whole} is no colour of the style sheet`);
    return colours[name];
  });
/** Without what has a size or a typeface for its value: drawings have their own. */
const coloursOnly = (css, colours) => css.replace(/[\w-]+:[^;{}]*var\((--[\w-]+)[^;{}]*;?/g, (whole, name) => (colours[name] ? whole : ''));

/** Rules for the parts of drawings, as far as they are for a phone's screen, in selectors that resvg knows. */
const drawing = (css) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@media \(max-width: 30rem\) \{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/g, '$1')
    .replace(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/([^{}]+)\{/g, (_, selectors) => `${selectors.split(/,(?![^(]*\))/).flatMap(each).join(',')}{`);
function each(selector) {
  const [group, options] = selector.match(/:(?:where|is)\(([^()]*)\)/) ?? [];
  return group ? options.split(',').flatMap((option) => each(selector.replace(group, option.trim()))) : [selector];
}

function wrap(words, size, weight, width) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) === '' || measureText(longer, `${weight} ${size}px serif`).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The largest size at which the words are no higher than `high` and no word is wider than the column. */
function fitted(words, sizes, weight, high) {
  const fits = (size) => {
    const lines = wrap(words, size, weight, COLUMN);
    return lines.length * size * LEADING <= high && lines.every((line) => measureText(line, `${weight} ${size}px serif`).width <= COLUMN);
  };
  const size = sizes.find(fits) ?? sizes.at(-1);
  return { size, lines: wrap(words, size, weight, COLUMN) };
}

function block({ size, lines }, weight, fill, top) {
  const line = (words, place) => `<text x="${MARGIN}" y="${top + size + place * size * LEADING}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(words)}</text>`;
  return { svg: lines.map(line).join(''), end: top + lines.length * size * LEADING };
}

function card({ title, more, foot, svg }, { css, patterns }) {
  const colours = palette(css);
  const style = `<style>${coloursOnly(drawing(css), colours)}</style>${patterns}`;
  const [, wide, high] = svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/).map(Number);
  // Its rules are those of its class.
  const [, named = ''] = svg.match(/^<svg[^>]* class="([^"]*)"/) ?? [];
  const shown = svg.replace(/<(\w+) class="[^"]*\baway"[^>]*(?:\/>|>.*?<\/\1>)/gs, '');
  const moved = (how) => shown.replace(/^<svg[^>]*>/, `<g class="${named}" transform="${how}" font-size="13" fill="${colours['--ink']}">`).replace(/<\/svg>$/, '</g>');
  // As large as what is drawn lets it be: what has left may have left a part of the frame empty, words may reach out of it.
  const alone = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-wide / 4} ${-high / 4} ${1.5 * wide} ${1.5 * high}" font-family="Source Serif 4">${style}${moved('scale(1)')}</svg>`;
  const ink = new Resvg(coloured(alone, colours), { font }).innerBBox();
  const scale = Math.min(ROOM.width / ink.width, ROOM.height / ink.height);
  const [x, y] = [ROOM.x + (ROOM.width - ink.width * scale) / 2 - ink.x * scale, ROOM.y + (ROOM.height - ink.height * scale) / 2 - ink.y * scale];
  const inner = moved(`translate(${x} ${y}) scale(${scale})`);
  const last = fitted(foot, [22, 20, 18], 400, 80);
  const head = block(fitted(title, [84, 72, 64, 56, 50, 44, 40, 36], 600, 400), 600, colours['--ink'], 52);
  const rest = more ? block(fitted(more, [32, 28, 26], 400, 200), 400, colours['--soft'], head.end + 20) : { svg: '' };
  const low = block(last, 400, colours['--soft'], HEIGHT - MARGIN - last.lines.length * last.size * LEADING);
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Source Serif 4">${style}<rect width="${WIDTH}" height="${HEIGHT}" fill="var(--paper)"/>${head.svg}${rest.svg}${low.svg}${inner}</svg>`;
  return new Resvg(coloured(whole, colours), { font }).render().asPng();
}

function icon(svg, { size, room }) {
  const inner = size * room;
  const place = (size - inner) / 2;
  const within = svg.replace('<svg ', `<svg x="${place}" y="${place}" width="${inner}" height="${inner}" `);
  const ground = svg.match(/fill="(#\w+)"/)[1];
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${room < 1 ? `<rect width="${size}" height="${size}" fill="${ground}"/>` : ''}${within}</svg>`;
  return new Resvg(whole).render().asPng();
}

const out = outOption('cards.mjs');
const jobs = JSON.parse(await text(process.stdin));
await mkdir(out, { recursive: true });
for (const job of jobs.cards ?? []) await writeFile(join(out, `${job.name}.png`), card(job, jobs));
for (const job of jobs.icons ?? []) await writeFile(join(out, `${job.name}.png`), icon(jobs.icon, job));
