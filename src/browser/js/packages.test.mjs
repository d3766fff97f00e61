// Every npm package is one that the registry has, unchanged, under a licence that asks for no more than its text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
const packages = Object.entries(lock.packages).filter(([path]) => path);
// Of tools and tests only, where `deny.toml` does not have them: nothing of theirs is in the site but the typeface.
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'MIT', 'Zlib', 'OFL-1.1'];
const TOOLS = ['BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MPL-2.0', 'Python-2.0'];

/** Whether each part of an expression, or one of those to choose from, is in `allowed`. */
const holds = (expression, allowed) =>
  expression.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence)));

test('each has a licence that is allowed', () => {
  assert.ok(packages.length > 20);
  for (const [path, { license, dev }] of packages)
    assert.ok(license && holds(license, dev ? [...ALLOWED, ...TOOLS] : ALLOWED), `${path}: ${license}`);
});

test('each is held by its hash, and from nowhere but the registry', () => {
  for (const [path, { integrity, resolved, link }] of packages) {
    assert.match(integrity ?? '', /^sha512-[A-Za-z0-9+/]{86}==$/, path);
    assert.ok(!link && (resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')), `${path}: ${resolved}`);
  }
});

test('a choice needs one side, a sum needs both', () => {
  assert.ok(holds('(MIT OR GPL-3.0)', ['MIT']) && holds('MIT AND Zlib', ['MIT', 'Zlib']));
  assert.ok(!holds('MIT AND GPL-3.0', ['MIT']) && !holds('GPL-3.0', ['MIT']));
});
