// The oldest browsers that the site is made for: `browserslist` in package.json has them, for us and for tools.
import { readFileSync } from 'node:fs';

const { browserslist } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const oldest = browserslist.map((browser) => browser.split(' '));

/** The same as esbuild names them: what it writes has no newer syntax. */
export const targets = oldest.map((browser) => browser.join(''));

/** Versions since which a browser has something for everyone, without a prefix. */
const since = (support) =>
  [support ?? []]
    .flat()
    .filter(({ flags, prefix, alternative_name, version_removed }) => !flags && !prefix && !alternative_name && !version_removed)
    .map(({ version_added }) => parseFloat(String(version_added).replace('≤', '')));

/** Whether one of the oldest browsers lacks what MDN's data (`__compat`) tells of. */
export const isNewer = (entry) =>
  Boolean(entry?.__compat) && oldest.some(([browser, version]) => !since(entry.__compat.support[browser]).some((first) => first <= version));
