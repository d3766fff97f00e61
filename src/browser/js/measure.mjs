// What ECharts asks when it measures text, answered alike in every browser and without one.

/**
 * zrender takes the width of this letter for the height of a line. Its width depends on which fonts a
 * reader has; ours is always one em, so that a figure stands where its static form stood.
 */
export const lineHeightProbe = '国';

/** The size in CSS pixels of a CSS `font` such as `600 12px serif`; 12, as in ECharts, if it has none. */
export const fontSize = (font) => Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
