// Packs a folder for servers that send packed copies, and measures it.
//
//   node src/browser/js/pack.mjs --out DIR
//
// writes FILE.br and FILE.gz beside every file of DIR that gains by it, and prints
// { "path": { "raw", "gzip", "brotli" } } for all files. The same bytes give the same bytes.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { outOption } from './cli.mjs';

const directory = outOption('pack.mjs');
const packed = /\.(?:html|css|js|json|wasm|csv|svg|txt|xml|webmanifest)$/;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };

const entries = await readdir(directory, { recursive: true, withFileTypes: true });
const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const waiting = paths.filter((path) => !/\.(?:br|gz)$/.test(path));
const sizes = {};
const pack = async (path) => {
  const bytes = await readFile(path);
  const size = { raw: bytes.length, gzip: bytes.length, brotli: bytes.length };
  if (packed.test(path)) {
    const [br, gz] = await Promise.all([brotli(bytes, quality), zip(bytes, { level: 9 })]);
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
    [size.brotli, size.gzip] = [br.length, gz.length];
  }
  sizes[path.slice(directory.length).replace(/^\/+/, '').replaceAll('\\', '/')] = size;
};
// As many at a time as keep every core at work.
const worker = async () => {
  for (let path = waiting.pop(); path; path = waiting.pop()) await pack(path);
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
const sorted = Object.fromEntries(Object.entries(sizes).sort(([a], [b]) => (a < b ? -1 : 1)));
process.stdout.write(JSON.stringify(sorted));
