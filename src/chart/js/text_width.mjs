// How wide text runs in the page's typeface, for drawing figures without a browser.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weights } from '../../browser/js/fonts.mjs';
import { fontSize, lineHeightProbe } from '../../browser/js/measure.mjs';
import { readFont } from '../../browser/js/sfnt.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const fonts = weights.map(({ weight, source }) => ({ weight, font: readFont(readFileSync(join(root, source))) }));

/** Width of a letter that the typeface lacks, in em. */
const unknown = 0.6;

/** Width of `text` in CSS pixels, for a CSS `font` such as `600 12px serif`: what ECharts asks for. */
export function measureText(text, font = '') {
  const size = fontSize(font);
  if (text === lineHeightProbe) return { width: size };
  const heavy = /\bbold(?:er)?\b|\b[6-9]00\b/.test(font);
  const face = fonts.find(({ weight }) => weight >= (heavy ? 600 : 400)).font;
  let width = 0;
  for (const letter of text ?? '') width += face.advance(letter.codePointAt(0)) ?? unknown;
  return { width: width * size };
}
