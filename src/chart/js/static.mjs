// Draws the static figures of the prerendered pages.
//
//   node src/chart/js/static.mjs < jobs.json > figures.json
//
// jobs.json     [{ "name", "width", "height", "option", "palette" }]
// figures.json  [{ "name", "svg" }], in the same order
//
// `name` becomes the prefix of every id, so it must be unique. `option` is an ECharts option without
// functions. `palette` maps the placeholder colours of the option, `#rrggbb`, to what the page shall
// see, such as `var(--ink)`; if it is given, a colour outside it is an error, because it would not
// follow the page into the dark. Without a palette all colours stay. The same jobs give the same bytes.
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { init, setPlatformAPI } from '../../browser/js/parts.mjs';
import { plainSvg } from './plain_svg.mjs';
import { measureText } from './text_width.mjs';

setPlatformAPI({ measureText });

/** The figures of some jobs, drawn and named. Throws, naming the job, if one cannot be drawn. */
export function drawAll(jobs) {
  const names = new Set();
  return jobs.map((job) => {
    try {
      if (!/^[a-z][a-z0-9-]*$/.test(job.name)) throw new Error('a name has only a-z, 0-9 and -');
      if (names.has(job.name)) throw new Error('the name occurs twice');
      names.add(job.name);
      return { name: job.name, svg: draw(job) };
    } catch (error) {
      throw new Error(`figure ${job.name}: ${error.message}`, { cause: error });
    }
  });
}

/** One figure as an SVG element for a page: no styles, no fonts, no fixed size; see `plain_svg.mjs`. */
export function draw({ name, width, height, option, palette = {} }) {
  const chart = init(null, null, { ssr: true, renderer: 'svg', width, height });
  try {
    chart.setOption(still({ animation: false, ...option }));
    const tree = chart.getZr().painter.renderToVNode({ useViewBox: true });
    return plainSvg(tree, { name, width, height, palette });
  } finally {
    chart.dispose();
  }
}

/** The option without movement and without its fonts: the page's style sheet names the typeface. */
function still(value, key) {
  if (key === 'animation') return false;
  if (key === 'fontFamily') return 'serif';
  if (Array.isArray(value)) return value.map((item) => still(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, still(item, name)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(JSON.stringify(drawAll(JSON.parse(await text(process.stdin)))));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
