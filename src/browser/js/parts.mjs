// The parts of Apache ECharts that the explorer uses, in one list.
//
// No tooltip (it writes HTML with inline styles, which the pages' CSP forbids; the provenance card is
// ours), no legend (labels are direct), no axis pointer (hence the simple grid), no canvas renderer.
// A part may be added here when a figure needs it; `bundle.test.mjs` keeps the size.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridSimpleComponent } from 'echarts/components';
import { registerPreprocessor, setPlatformAPI, init as start, use, version } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  SVGRenderer,
  BarChart,
  LineChart,
  ScatterChart,
  GridSimpleComponent,
  AriaComponent, // for decals: the hatching of plants
  LabelLayout,
]);

/** An option is one or a list of each component, or none. */
const each = (components, change) => [components ?? []].flat().forEach(change);

/** How far words stand from the place that they are left or right of; `labels` in `chart/parts.rs` has it, too. */
const BESIDE = 8;

/** What `labels` leaves empty at both ends of words together. */
const PADDING = 6;

/** A chart whose options know how wide it is. */
const init = (...place) => {
  const chart = start(...place);
  const { setOption } = chart;
  chart.setOption = (option, ...how) => setOption.call(chart, { ...option, wide: () => chart.getWidth() }, ...how);
  return chart;
};

// What every chart of ours has unless its option says otherwise; charming, which writes the options, has no field
// for most of it.
registerPreprocessor((option) => {
  // By its name: a canvas, which measures the words, does not know `inherit`.
  option.textStyle ??= { fontFamily: 'Seized Serif, Georgia, serif', fontSize: 14 };
  option.aria ??= { enabled: false }; // the page describes the figure itself
  const { wide } = option;
  delete option.wide;
  const left = ([option.grid].flat()[0]?.left ?? 8) - 6;
  each(option.series, (series) => {
    series.emphasis ??= { disabled: true };
    series.cursor ??= 'pointer';
    series.clip ??= false;
    // charming leaves an empty list out, and ECharts would keep the marks of the scene before.
    series.data ??= [];
    // On the narrowest screens and in the longest words: what is said where nothing was said before it, beside the
    // numbers of the axis, inside, and in two lines if one is too long. Where the words are, ECharts would say with what
    // moved them last.
    const isRing = series.id === 'focus'; // the mark that is pointed at, with its value
    if (isRing || series.id?.startsWith?.('labels-')) {
      // Over every line, and under no finger: what a reader means is the mark.
      series.z ??= 4;
      series.silent ??= true;
      if (series.label) series.label.overflow ??= 'break';
      series.labelLayout ??= ({ rect, labelRect }) => {
        const room = wide() - left;
        const width = Math.min(labelRect.width, room);
        const x = rect.x + rect.width / 2 + ({ left: -BESIDE - width, right: BESIDE }[series.label?.position] ?? -width / 2);
        const dx = Math.max(left - x, Math.min(0, wide() - width - x));
        return { hideOverlap: !isRing, dx, ...(labelRect.width > room && { width: room - PADDING }) };
      };
    }
  });
  // `{value}` would write the year 2018 as 2,018, and every number as English does. After `{number}` stand the
  // language's decimal sign and what it writes between thousands.
  for (const axes of [option.xAxis, option.yAxis]) {
    each(axes, (axis) => {
      const { axisLabel } = axis;
      axis.nameTruncate ??= { maxWidth: wide() - 20, ellipsis: '…' };
      const [, how, decimal, group] = /^{(year|number)}(.?)(.*)$/.exec(axisLabel?.formatter) ?? [];
      if (how) {
        axisLabel.formatter = (value) =>
          how === 'year' ? String(value) : String(value).replace('.', decimal).replace(/\B(?=(\d{3})+$)/g, group);
      }
    });
  }
});

export { init, setPlatformAPI, version };
