// The command line of the build scripts beside this file.
import { parseArgs } from 'node:util';

/** The directory given as `--out DIR`. Without it, prints how `script` is used and ends the process. */
export function outOption(script) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (values.out) return values.out;
  console.error(`usage: node src/browser/js/${script} --out DIR`);
  process.exit(2);
}
