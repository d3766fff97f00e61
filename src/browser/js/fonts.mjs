// Subsets the page's typeface and computes fallbacks of the same metrics.
//
//   node src/browser/js/fonts.mjs --out DIR
//
// writes DIR/serif-<script>-<weight>.woff2 and DIR/fonts.json:
//
//   family     name of the web font
//   stack      families in the order for `font-family`; the page adds `serif`
//   licence    path of the font's licence, to be shipped with it
//   files      { file, bytes, script, weight, style, unicodeRange }
//   fallbacks  { family, local, weight, style, unicodeRange, sizeAdjust, ascentOverride,
//                descentOverride, lineGapOverride }: one `@font-face` each, so that nothing moves
//                when the web font arrives
//
// Figures are tabular in this typeface without asking for it. The same sources give the same bytes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { outOption } from './cli.mjs';
import { meanAdvance, subsets } from './letters.mjs';
import { readFont } from './sfnt.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const typeface = 'node_modules/@expo-google-fonts/source-serif-4';
const family = 'Seized Serif';

/** The weights that the page uses. Italics are not among them: 12 kB more for one script. */
export const weights = [
  { weight: 400, source: `${typeface}/400Regular/SourceSerif4_400Regular.ttf` },
  { weight: 600, source: `${typeface}/600SemiBold/SourceSerif4_600SemiBold.ttf` },
];

/**
 * Typefaces that readers have, with the mean advance in em of the letters of `samples`: measured on the
 * typeface itself (DejaVu Serif 2.37, Noto Serif) or on one made to its widths (Gelasio for Georgia,
 * Tinos for Times New Roman). Georgia's Cyrillic is an estimate, 1.25 times its Latin: the others have
 * 1.22 to 1.26.
 */
const known = [
  { suffix: 'Georgia', local: ['Georgia', 'Georgia Bold'], latin: [0.4294, 0.4999], cyrillic: [0.537, 0.625] },
  { suffix: 'Noto', local: ['Noto Serif', 'Noto Serif Bold'], latin: [0.4671, 0.496], cyrillic: [0.5903, 0.6138] },
  {
    suffix: 'Times',
    local: ['Times New Roman', 'Times New Roman Bold'],
    latin: [0.3935, 0.4162],
    cyrillic: [0.4893, 0.5223],
  },
  { suffix: 'DejaVu', local: ['DejaVu Serif', 'DejaVu Serif Bold'], latin: [0.502, 0.5529], cyrillic: [0.6135, 0.6851] },
];

/** Everything that is written: `{ manifest, files: Map(name → bytes) }`. */
export async function fonts() {
  const manifest = {
    family,
    stack: [family, ...known.map(({ suffix }) => `${family} ${suffix}`)],
    licence: `${typeface}/LICENSE_FONT`,
    files: [],
    fallbacks: [],
  };
  const files = new Map();
  for (const [index, { weight, source }] of weights.entries()) {
    const bytes = await readFile(join(root, source));
    const font = readFont(bytes);
    for (const [script, letters] of Object.entries(subsets)) {
      requireLetters(font, letters, source);
      const woff2 = await subset(bytes, letters);
      const digest = createHash('sha256').update(woff2).digest('hex').slice(0, 16);
      const file = `serif-${script}-${weight}-${digest}.woff2`;
      const face = { weight, style: 'normal', unicodeRange: unicodeRange(letters) };
      files.set(file, woff2);
      manifest.files.push({ file, bytes: woff2.length, script, ...face });
      manifest.fallbacks.push(...known.map((other) => fallback(font, other, script, index, face)));
    }
  }
  return { manifest, files };
}

function subset(bytes, letters) {
  return subsetFont(bytes, letters, {
    targetFormat: 'woff2',
    keepFeatures: ['ccmp', 'kern', 'liga', 'locl', 'mark'],
    noHinting: true,
  });
}

function requireLetters(font, letters, source) {
  const missing = [...letters].filter((letter) => font.advance(letter.codePointAt(0)) === undefined);
  if (missing.length > 0) throw new Error(`${source}: no letter for ${missing.join(' ')}`);
}

/** `sizeAdjust` makes the widths equal; the overrides then restore our own height of a line. */
function fallback(font, other, script, index, face) {
  const scale = meanAdvance(font, script) / other[script][index];
  return {
    family: `${family} ${other.suffix}`,
    local: other.local[index],
    ...face,
    sizeAdjust: percent(scale),
    ascentOverride: percent(font.ascent / scale),
    descentOverride: percent(font.descent / scale),
    lineGapOverride: percent(font.lineGap / scale),
  };
}

const percent = (share) => `${(100 * share).toFixed(2)}%`;

/** The CSS `unicode-range` of some letters: `U+20-7E,U+A0`. */
export function unicodeRange(letters) {
  const codes = [...new Set([...letters].map((letter) => letter.codePointAt(0)))].sort((a, b) => a - b);
  const runs = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = outOption('fonts.mjs');
  const { manifest, files } = await fonts();
  await mkdir(out, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(out, name), bytes);
  await writeFile(join(out, 'fonts.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
