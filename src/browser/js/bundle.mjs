// Bundles ECharts for the browser.
//
//   node src/browser/js/bundle.mjs --out DIR
//
// writes DIR/echarts.js, a classic script that defines `globalThis.seizedECharts`, and
// DIR/echarts.licences.txt. The same sources give the same bytes.
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets } from './browsers.mjs';
import { outOption } from './cli.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '../../../node_modules');
const packages = ['echarts', 'zrender', 'tslib'];

/**
 * What we rely on or change in a module of a package: `find` must stand in it exactly `times` times.
 * A new version that differs stops the build, so that somebody looks.
 */
const edits = [
  {
    // The CSP forbids style attributes. zrender writes styles through the CSSOM, which it allows, here
    // and nowhere else in its SVG renderer.
    module: 'zrender/lib/svg/patch.js',
    find: "if (key === 'style') {\n                    elm.style.cssText = cur;\n                }",
    times: 1,
  },
  {
    // A mark whose colour is a CSS variable keeps it when ECharts would lighten it for emphasis; zrender
    // cannot parse it and would leave the mark without a colour.
    module: 'zrender/lib/tool/color.js',
    find: "return stringify(colorArr, colorArr.length === 4 ? 'rgba' : 'rgb');\n    }\n}",
    replace: "return stringify(colorArr, colorArr.length === 4 ? 'rgba' : 'rgb');\n    }\n    return color;\n}",
    times: 1,
  },
  {
    // The same where it makes a colour lighter for the area of a mark.
    module: 'zrender/lib/tool/color.js',
    find: "colorArr[3] = clampCssFloat(alpha);\n        return stringify(colorArr, 'rgba');\n    }\n}",
    replace: "colorArr[3] = clampCssFloat(alpha);\n        return stringify(colorArr, 'rgba');\n    }\n    return color;\n}",
    times: 1,
  },
  {
    // A theme that ECharts always registers; our colours are in the option.
    module: 'echarts/lib/core/echarts.js',
    find: "import darkTheme from '../theme/dark.js';",
    replace: 'var darkTheme = {};',
    times: 1,
  },
  {
    // A second language for date axes and toolboxes that we do not have.
    module: 'echarts/lib/core/locale.js',
    find: "import langZH from '../i18n/langZH.js';",
    replace: 'var langZH = langEN;',
    times: 1,
  },
];

/** The bundle as `{ script, licences }`, both strings. Throws if a module is not as `edits` expects. */
export async function bundle() {
  const seen = new Set();
  const result = await build({
    entryPoints: [join(here, 'echarts.entry.js')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: targets,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: `/*! ${await credits()}: see echarts.licences.txt */` },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    plugins: [{ name: 'edits', setup: (setup) => setup.onLoad({ filter: editFilter() }, (file) => edit(file.path, seen)) }],
  });
  for (const { module } of edits) {
    if (!seen.has(module)) throw new Error(`${module}: expected in the bundle, but nothing imports it`);
  }
  return { script: result.outputFiles[0].text, licences: await licences() };
}

function editFilter() {
  const names = edits.map(({ module }) => module.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]'));
  return new RegExp(`(?:${names.join('|')})$`);
}

async function edit(path, seen) {
  let contents = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  for (const { module, find, replace, times } of edits) {
    if (!path.replaceAll('\\', '/').endsWith(`/node_modules/${module}`)) continue;
    seen.add(module);
    const found = contents.split(find).length - 1;
    if (found !== times) throw new Error(`${module}: expected ${times} × \`${find}\`, found ${found}`);
    if (replace !== undefined) contents = contents.replaceAll(find, replace);
  }
  return { contents };
}

async function credits() {
  const named = packages.map(async (name) => {
    const { version, license } = JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})`;
  });
  return (await Promise.all(named)).join(', ');
}

async function licences() {
  const texts = [['echarts', 'LICENSE'], ['echarts', 'NOTICE'], ['zrender', 'LICENSE'], ['tslib', 'LICENSE.txt']];
  const parts = texts.map(async ([name, file]) => {
    const text = (await readFile(join(modules, name, file), 'utf8')).replaceAll('\r\n', '\n').trim();
    return `${name}: ${file}\n\n${text}\n`;
  });
  return (await Promise.all(parts)).join(`\n${'-'.repeat(72)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = outOption('bundle.mjs');
  const { script, licences } = await bundle();
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'echarts.js'), script);
  await writeFile(join(out, 'echarts.licences.txt'), licences);
}
