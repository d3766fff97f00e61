// Moves the transform of an element into its coordinates, and names shapes for what they are: symbols
// come as unit paths under a matrix, which would lose their shape when numbers are shortened.

/**
 * The element `{ tag, attrs }` without its transform where that can be had, else as it was.
 * `tag` is null for a path that draws nothing.
 */
export function bake(tag, attrs) {
  const matrix = parseTransform(attrs.transform);
  if (tag === 'text') return { tag, attrs: matrix ? bakeText(attrs, matrix) : attrs };
  if (tag === 'path') return bakePath(attrs, matrix);
  if (tag === 'circle' && matrix && isSimilarity(matrix)) {
    return { tag, attrs: without(attrs, matrix, circle(attrs.cx ?? 0, attrs.cy ?? 0, attrs.r, matrix)) };
  }
  if ((tag === 'polyline' || tag === 'polygon') && matrix && isSimilarity(matrix)) {
    const numbers = attrs.points.split(' ').map(Number);
    const points = numbers.flatMap((x, i) => (i % 2 === 0 ? apply(matrix, x, numbers[i + 1]) : []));
    return { tag, attrs: without(attrs, matrix, { points: points.join(' ') }) };
  }
  return { tag, attrs };
}

function bakeText(attrs, matrix) {
  const [a, b, c, d] = matrix;
  if (a !== 1 || b !== 0 || c !== 0 || d !== 1) return attrs;
  const [x, y] = apply(matrix, attrs.x ?? 0, attrs.y ?? 0);
  return without(attrs, matrix, { x, y });
}

const number = '(-?[\\d.]+(?:e-?\\d+)?)';
const fullCircle = new RegExp(`^M${number} ${number}A${number} \\3 0 1 [01] \\1 ${number}Z?$`);
const rectangle = new RegExp(`^M${number} ${number}l${number} 0l0 ${number}l${number} 0Z$`);

function bakePath(attrs, matrix) {
  const { d, ...rest } = attrs;
  const [, x, y, r, end] = fullCircle.exec(d)?.map(Number) ?? [];
  if (r !== undefined && Math.abs(end - y) < r / 100 && (!matrix || isSimilarity(matrix))) {
    return { tag: 'circle', attrs: without(rest, matrix, circle(x - r, y, r, matrix)) };
  }
  const [, left, top, width, height, back] = rectangle.exec(d)?.map(Number) ?? [];
  if (back !== undefined && back === -width && !matrix) {
    const box = { x: Math.min(left, left + width), y: Math.min(top, top + height) };
    return { tag: 'rect', attrs: { ...box, width: Math.abs(width), height: Math.abs(height), ...rest } };
  }
  if (!/[LlCQA]/.test(d)) return { tag: null, attrs };
  if (!matrix || !isSimilarity(matrix)) return { tag: 'path', attrs };
  return { tag: 'path', attrs: { d: transformPath(d, matrix), ...without(rest, matrix, {}) } };
}

/** The path in absolute commands after `matrix`. Knows the commands that zrender writes. */
function transformPath(path, matrix) {
  let [x, y] = [0, 0];
  const steps = path.match(/[A-Za-z][^A-Za-z]*(?:e-?\d+[^A-Za-z]*)*/g) ?? [];
  const written = steps.map((step) => {
    const numbers = (step.slice(1).match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const pairs = (list) => list.flatMap((value, i) => (i % 2 === 0 ? apply(matrix, value, list[i + 1]) : []));
    const letter = step[0];
    if (letter === 'Z') return 'Z';
    if (letter === 'l') numbers.splice(0, 2, x + numbers[0], y + numbers[1]);
    else if (!'MLCQA'.includes(letter)) throw new Error(`the path command ${letter} is not known`);
    [x, y] = numbers.slice(-2);
    if (letter !== 'A') return letter.toUpperCase() + pairs(numbers).join(' ');
    const [rx, ry, turn, large, sweep] = numbers;
    const [scale, turned] = [scaleOf(matrix), turn + (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI];
    return `A${[rx * scale, ry * scale, rx === ry ? 0 : turned, large, sweep, ...apply(matrix, x, y)].join(' ')}`;
  });
  return written.join('');
}

const circle = (x, y, r, matrix) => {
  const [cx, cy] = matrix ? apply(matrix, x, y) : [x, y];
  return { cx, cy, r: r * (matrix ? scaleOf(matrix) : 1) };
};

/** The attributes with `shape` instead of the transform; strokes keep the width that they had under it. */
function without(attrs, matrix, shape) {
  const { transform, ...rest } = attrs;
  const scale = matrix ? scaleOf(matrix) : 1;
  const result = { ...rest, ...shape };
  if (scale === 1) return result;
  if (result.stroke && result.stroke !== 'none') result['stroke-width'] = (result['stroke-width'] ?? 1) * scale;
  if (result['stroke-dasharray']) {
    result['stroke-dasharray'] = result['stroke-dasharray'].split(',').map((part) => part * scale).join(',');
  }
  return result;
}

function parseTransform(text) {
  if (!text) return null;
  const numbers = text.slice(text.indexOf('(') + 1, -1).split(/[\s,]+/).map(Number);
  if (text.startsWith('translate(')) return [1, 0, 0, 1, ...numbers];
  if (text.startsWith('matrix(')) return numbers;
  throw new Error(`the transform ${text} is not known`);
}

/** Scales evenly, without a mirror: circles stay circles. zrender writes matrices with three decimals. */
const isSimilarity = ([a, b, c, d]) => Math.abs(a - d) < 0.002 && Math.abs(b + c) < 0.002;
const scaleOf = ([a, b]) => Math.hypot(a, b);
const apply = ([a, b, c, d, e, f], x, y) => [a * x + c * y + e, b * x + d * y + f];
