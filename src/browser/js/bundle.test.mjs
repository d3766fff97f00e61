import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle } from './bundle.mjs';

const { script, licences } = await bundle();

test('the bundle fits its budget', () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const size = brotliCompressSync(Buffer.from(script), { params }).length;
  assert.ok(size <= 165_000, `${size} bytes in brotli, budget 165,000`);
});

test('the bundle does nothing that the CSP forbids', () => {
  assert.doesNotMatch(script, /setAttribute\(["'`]style/);
  assert.doesNotMatch(script, /\beval\(|new Function\b|insertAdjacentHTML|document\.write|createElement\(["'`]style/);
  assert.match(script, /\.style\.cssText=/);
});

test('the bundle asks no other host for anything', () => {
  const addresses = script.match(/https?:\/\/[^"'`\s]+/g) ?? [];
  assert.deepEqual(addresses.filter((address) => !address.startsWith('http://www.w3.org/')), []);
});

test('the bundle defines seizedECharts and is the same twice', async () => {
  assert.match(script, /globalThis\.seizedECharts=/);
  assert.equal((await bundle()).script, script);
});

test('the licences are those of what is inside', () => {
  for (const words of ['Apache License', 'Redistribution and use', 'echarts: NOTICE']) assert.ok(licences.includes(words), words);
});
