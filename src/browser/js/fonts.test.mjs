import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import test from 'node:test';
import { fonts, unicodeRange } from './fonts.mjs';
import { subsets } from './letters.mjs';

const { manifest, files } = await fonts();

test('the fonts fit their budget', () => {
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  assert.ok(size <= 55_000, `${size} bytes, budget 55,000`);
});

test('every Kazakh letter and every figure is there', () => {
  for (const letter of 'ӘәҒғҚқҢңӨөҰұҮүҺһІі№') assert.ok(subsets.cyrillic.includes(letter), letter);
  for (const letter of '0123456789“”‘’–—…×≈≥≤→↑↓°₸\u00a0') assert.ok(subsets.latin.includes(letter), letter);
});

test('no letter stands in two files', () => {
  assert.deepEqual([...subsets.latin].filter((letter) => subsets.cyrillic.includes(letter)), []);
});

test('the manifest names the files, the licence and a fallback for each family', () => {
  assert.deepEqual(manifest.files.map(({ file }) => file), [...files.keys()]);
  assert.ok(existsSync(new URL(`../../../${manifest.licence}`, import.meta.url)));
  for (const family of manifest.stack.slice(1)) {
    assert.equal(manifest.fallbacks.filter((fallback) => fallback.family === family).length, manifest.files.length);
  }
});

test('a fallback has the height of a line of the web font', () => {
  const { sizeAdjust, ascentOverride, descentOverride } = manifest.fallbacks[0];
  const scaled = (override) => (parseFloat(sizeAdjust) * parseFloat(override)) / 10_000;
  assert.ok(Math.abs(scaled(ascentOverride) - 1.036) < 0.001);
  assert.ok(Math.abs(scaled(descentOverride) - 0.335) < 0.001);
});

test('the fonts are the same twice', async () => {
  const again = await fonts();
  for (const [name, bytes] of files) assert.deepEqual(again.files.get(name), bytes, name);
});

test('a unicode-range joins neighbours', () => {
  assert.equal(unicodeRange('cab z'), 'U+20,U+61-63,U+7A');
});
