// Minifies what stands on standard input: `node src/browser/js/minify.mjs css` or `… js`.
import { text } from 'node:stream/consumers';
import { transform } from 'esbuild';

const loader = process.argv[2];
const { code } = await transform(await text(process.stdin), { loader, minify: true, charset: 'utf8', target: 'es2020' });
process.stdout.write(code.trim());
