import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { drawAll } from '../../chart/js/static.mjs';
import { measureText } from '../../chart/js/text_width.mjs';

const ink = { axisLine: { lineStyle: { color: '#010101' } }, axisTick: { show: false }, axisLabel: { color: '#010101' } };

/** Three bars, one of them hatched, a line with a gap and labels, two points, a line of reference. */
const job = {
  name: 'doubled',
  width: 358,
  height: 300,
  palette: { '#010101': 'var(--ink)', '#0b0c0d': 'var(--accent)', '#030303': 'var(--grid)' },
  option: {
    textStyle: { fontFamily: '"Some Serif", serif' },
    aria: { enabled: true, label: { enabled: false } },
    xAxis: { type: 'category', data: ['2018', '2019', '2020'], ...ink },
    yAxis: { type: 'value', name: 'тонн <Қ>', nameTextStyle: { color: '#010101' }, splitLine: { lineStyle: { color: '#030303' } }, ...ink },
    series: [
      {
        type: 'bar',
        itemStyle: { color: 'rgb(11, 12, 13)' },
        data: [20.3, { value: 8, itemStyle: { decal: { symbol: 'rect', rotation: 0.785, color: '#010101' } } }, 41.1],
      },
      {
        type: 'line',
        symbol: 'circle',
        data: [5, null, 7.25],
        itemStyle: { color: '#010101' },
        lineStyle: { color: '#010101' },
        label: { show: true, color: '#010101', fontWeight: 600, rotate: 30 },
        markLine: { silent: true, symbol: 'none', lineStyle: { color: '#010101' }, label: { color: '#010101' }, data: [{ yAxis: 10 }] },
      },
      { type: 'scatter', data: [[0, 3], [1, 30]], itemStyle: { color: '#0b0c0d' } },
    ],
  },
};

const [{ svg }] = drawAll([job]);
const count = (pattern) => (svg.match(pattern) ?? []).length;

test('a static figure has neither styles nor fonts nor a fixed size', () => {
  assert.doesNotMatch(svg, /\sstyle=|<style|font-family|class="zr|ecmeta|pointer-events/);
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="chart-svg" viewBox="0 0 358 300" aria-hidden="true" focusable="false">/);
});

test('every id has the name of the figure, and every reference resolves', () => {
  const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  const references = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
  assert.ok(ids.length > 0 && references.length > 0);
  for (const id of ids) assert.match(id, /^doubled-/);
  for (const id of references) assert.ok(ids.includes(id), id);
});

test('every mark is kept', () => {
  assert.equal(count(/<rect [^>]*fill="var\(--accent\)"/g), 3, 'bars');
  assert.equal(count(/<circle [^>]*fill="var\(--ink\)"/g), 2, 'points on the line');
  assert.equal(count(/<circle [^>]*fill="var\(--accent\)"/g), 2, 'points');
  assert.equal(count(/stroke-dasharray/g), 1, 'the line of reference');
  assert.equal(count(/fill="url\(#doubled-p\d+\)"/g), 1, 'the hatched bar');
  assert.ok(svg.includes('>тонн &lt;Қ&gt;</text>'));
  assert.ok(svg.includes('font-weight="600"'));
});

test('only colours of the palette remain', () => {
  assert.doesNotMatch(svg, /#[0-9a-f]{3,8}"|rgb/i);
});

test('numbers have one decimal, but a turned matrix and a pattern', () => {
  assert.doesNotMatch(svg.replace(/matrix\([^)]*\)|<pattern.*?<\/pattern>/g, ''), /="[^"]*\d\.\d{2}/);
});

test('a colour outside the palette is an error that names figure and colour', () => {
  const option = { ...job.option, series: [{ type: 'scatter', data: [[0, 1]], itemStyle: { color: '#abcdef' } }] };
  assert.throws(() => drawAll([{ ...job, option }]), /figure doubled: the colour #abcdef is not in the palette/);
});

test('a name that occurs twice or cannot be an id is an error', () => {
  assert.throws(() => drawAll([job, job]), /figure doubled: the name occurs twice/);
  assert.throws(() => drawAll([{ ...job, name: '1 x' }]), /figure 1 x/);
});

test('figures do not depend on those drawn before', () => {
  const [, second] = drawAll([{ ...job, name: 'other' }, job]);
  assert.equal(second.svg, svg);
});

test('the program reads jobs and writes figures, the same each time', () => {
  const program = fileURLToPath(new URL('../../chart/js/static.mjs', import.meta.url));
  const run = () => spawnSync(process.execPath, [program], { input: JSON.stringify([job]), encoding: 'utf8' });
  assert.deepEqual(JSON.parse(run().stdout), [{ name: 'doubled', svg }]);
  assert.equal(run().stdout, run().stdout);
});

test('text is measured in the page’s typeface', () => {
  assert.equal(measureText('国', '600 14px serif').width, 14);
  assert.ok(Math.abs(measureText('2018', '10px serif').width - 21.16) < 0.01);
  assert.ok(measureText('Қазақстан', 'bold 12px serif').width > measureText('Қазақстан', '12px serif').width);
});
