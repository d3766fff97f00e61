// What the oldest supported browsers lack, for a test that takes it away from a newer one:
//
//   node src/browser/js/older.mjs
//
// prints a script for a page, to be run before its own. It is made from MDN's data.
import { createRequire } from 'node:module';
import { isNewer } from './browsers.mjs';

const { api, javascript } = createRequire(import.meta.url)('@mdn/browser-compat-data');

// An interface that is newer goes whole, of the others the newer members.
const lacking = Object.entries({ ...api, ...javascript.builtins }).flatMap(([name, { __compat, ...members }]) => {
  if (isNewer({ __compat })) return [[name]];
  return Object.entries(members)
    .filter(([member, entry]) => /^[A-Za-z]\w*$/.test(member) && !member.endsWith('_event') && isNewer(entry))
    .map(([member]) => [name, member.replace(/_static$/, '')]);
});

/** Runs in the page: deletes what is named. */
const remove = (lacking) => {
  for (const [name, member] of lacking) {
    const whole = globalThis[name];
    if (member === undefined) delete globalThis[name];
    else for (const place of name === 'Window' ? [globalThis] : [whole?.prototype, whole]) if (place) delete place[member];
  }
};
process.stdout.write(`(${remove})(${JSON.stringify(lacking)})`);
