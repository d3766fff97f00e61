// Minifies what stands on standard input: `node src/browser/js/minify.mjs css` or `… js`.
import { text } from 'node:stream/consumers';
import { transform } from 'esbuild';
import { targets } from './browsers.mjs';

const loader = process.argv[2];
const { code } = await transform(await text(process.stdin), { loader, minify: true, charset: 'utf8', target: targets });
process.stdout.write(code.trim());
