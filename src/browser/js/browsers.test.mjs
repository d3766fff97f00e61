// Styles and scripts hold no more than the oldest supported browsers know, but for what may be missing there.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { parse, walk } from 'css-tree';
import { transform } from 'esbuild';
import { isNewer, targets } from './browsers.mjs';

const { api, css, javascript } = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** What some of them do without, and why nobody misses it. */
const SPARED = {
  'user-select': 'the build adds the prefix that Safari knows',
  hyphens: 'the build adds the prefix that Safari knows',
  'text-wrap': 'lines break a little less evenly',
  'text-wrap: balance': 'the same',
  'text-wrap: pretty': 'the same',
  'text-size-adjust': 'for phones whose browsers enlarge letters; Safari has it with a prefix, which stands beside it',
  'overscroll-behavior': 'a list scrolled to its end scrolls the page',
  'accent-color': 'in Safari it exists, with less contrast than elsewhere',
  'paint-order': 'in drawings all know it',
  'print-color-adjust': 'the verdict is there in words',
  'print-color-adjust: exact': 'the verdict is there in words',
  'forced-color-adjust': 'for a setting of Windows, which Safari does not have',
  'forced-color-adjust: none': 'the same',
  'forced-color-adjust: auto': 'the same',
  'break-after: avoid': 'a heading on paper may end a sheet',
  ':has()': 'a short table on paper may stand on two sheets; a kind that is switched off is not struck through, only its box empty',
  'scrollbar-width': 'under a row of kinds that does not fit stands a bar',
  'scrollbar-width: none': 'the same',
  '::details-content': 'the program opens what folds up on paper',
  'content-visibility': 'the same',
  'content-visibility: visible': 'the same',
};

/** Parts of styles by their names, each with where MDN's data tells of it. */
function* parts(sheet) {
  const found = [];
  walk(parse(sheet, { parseCustomProperty: true }), function (node) {
    const property = this.declaration?.property ?? '';
    const { name } = node;
    if (node.type === 'Declaration') found.push([node.property, css.properties[node.property]]);
    if (node.type === 'Identifier') found.push([`${property}: ${name}`, css.properties[property]?.[name]]);
    if (node.type === 'Function') {
      const types = [css.types, css.types.color, css.types['transform-function'], css.properties[property]];
      found.push([`${name}()`, types.find((type) => type?.[name])?.[name]]);
    }
    if (node.type === 'Dimension') {
      const { length } = css.types;
      const both = Object.keys(length).find((units) => units.split('_').includes(node.unit));
      found.push([node.unit, length[node.unit] ?? length[both] ?? length.viewport_percentage_units_small]);
    }
    if (node.type === 'PseudoClassSelector') found.push([`:${name}${node.children ? '()' : ''}`, css.selectors[name]]);
    if (node.type === 'PseudoElementSelector') found.push([`::${name}`, css.selectors[name]]);
    if (node.type === 'Feature') found.push([`(${name})`, css['at-rules'].media[name.replace(/^m(in|ax)-/, '')]]);
    if (node.type === 'Atrule') found.push([`@${name}`, css['at-rules'][name]]);
  });
  yield* found;
}
const newer = (sheet) => new Set([...parts(sheet)].filter(([, entry]) => isNewer(entry)).map(([name]) => name));

const view = new URL('../../view/', import.meta.url);
const sheets = readdirSync(view).filter((name) => name.endsWith('.css')).map((name) => readFileSync(new URL(name, view), 'utf8'));

test('styles have nothing newer than the oldest browsers but what they can do without', () => {
  assert.deepEqual([...newer(sheets.join('\n'))].sort(), Object.keys(SPARED).sort());
});

test('what is newer in styles is found', () => {
  const sheet = `@media (scripting: none) { a:has(b) { color: light-dark(red, blue); float: inline-end; background: color-mix(in srgb, red, blue) } }`;
  const found = ['(scripting)', ':has()', 'color-mix()', 'float: inline-end', 'light-dark()'];
  assert.deepEqual([...newer(sheet)].sort(), found);
  assert.equal(newer('@media (min-width: 9rem) { a:is(b, c) { inset: 1svh; margin: max(1px, 2rem) } }').size, 0);
});

const here = new URL('./', import.meta.url);
const scripts = readdirSync(here)
  .filter((name) => name.endsWith('.js') && !name.includes('entry'))
  .map((name) => new URL(name, here))
  .concat(new URL('../../../public/host.js', import.meta.url));

// Of methods only the name is written, which says too little: what `older.mjs` takes away shows at work which are missed.
test('scripts have no newer syntax and name nothing newer than the oldest browsers', async () => {
  const interfaces = { ...api, ...javascript.builtins };
  for (const file of scripts) {
    // Without comments; an error if there is syntax that cannot be written in an older one.
    const { code } = await transform(readFileSync(file, 'utf8'), { target: targets, legalComments: 'none' });
    for (const [whole, name, member] of code.matchAll(/\b([A-Z][A-Za-z]+)(?:\.(\w+))?/g)) {
      const entry = interfaces[name];
      const part = entry?.[`${member}_static`] ?? entry?.[member];
      assert.ok(!isNewer(entry) && !isNewer(part), `${file}: ${whole}`);
    }
  }
});
