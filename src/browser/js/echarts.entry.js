// What a page sees of ECharts: `globalThis.seizedECharts`, defined by one classic script.
import { init, setPlatformAPI, version } from './parts.mjs';
import { fontSize, lineHeightProbe } from './measure.mjs';

const context = document.createElement('canvas').getContext('2d');

setPlatformAPI({
  measureText(text, font) {
    if (text === lineHeightProbe) return { width: fontSize(font) };
    context.font = font;
    return context.measureText(text);
  },
});

globalThis.seizedECharts = Object.freeze({
  /** ECharts' version. */
  version,

  /**
   * A chart in `element`, drawn as SVG whatever `options.renderer` says.
   *
   * `theme` is an ECharts theme object or null; `options` are those of ECharts (`width`, `height`, …).
   * Widths of text are measured once and kept, so the page's font must have loaded before.
   * Returns ECharts' own instance: `setOption`, `resize`, `on`, `dispatchAction`, `dispose`.
   */
  init(element, theme = null, options = {}) {
    return init(element, theme, { ...options, renderer: 'svg' });
  },
});
