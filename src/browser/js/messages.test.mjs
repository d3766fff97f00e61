// Whatever a frame or a host is told, by whomever: it neither throws nor does what it was not asked for rightly.
//
// The scripts run as they ship, among fakes that have only what they touch. Messages go through `structuredClone` as in
// a browser, which is why getters and functions never arrive.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const root = new URL('../../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const corpus = (name) => Object.entries(JSON.parse(read(`tests/corpus/messages/${name}.json`)));
const [HOST, FRAME] = [read('public/host.js'), read('src/browser/js/frame.js')];
const ROUNDS = 3000;

/** Mulberry32: the same numbers for the same seed. */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const NUMBERS = [0, -0, 1, 49, 50, 600, 600.5, 99_999, 100_000, 100_001, -1, 1e308, 2 ** 53, NaN, Infinity, -Infinity, 1n];
const WORDS = ['', 'hello', 'welcome', 'top', 'scroll', 'amp', 'embed-size', 'frames-init', '1', '600px', '__proto__', '\0', '\u202e',
  'pymxPYMxaxPYMxwidthxPYMx1', `pymxPYMx${'xPYMx'.repeat(2000)}`, '{"seized":"hello"}', 'pymxPYMx\ud800xPYMxwidthxPYMx'];
const NAMES = ['seized', 'versions', 'version', 'sticky', 'top', 'height', 'sentinel', 'type', 'toString', 'valueOf', 'length', 'constructor'];

/** Any value that can be posted, more often than not one that looks like a message. */
function value(random, depth = 0) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const kinds = [
    () => pick(NUMBERS),
    () => pick(WORDS),
    () => pick([null, undefined, true, false, new Date(NaN), new Map([[1, 2]]), new Error('x'), new Uint8Array(2), /x/, Object(1)]),
    () => Array.from({ length: Math.floor(random() * 4) }, () => value(random, depth + 1)),
    () => Object.fromEntries(NAMES.filter(() => random() < 0.4).map((name) => [name, value(random, depth + 1)])),
    () => ({ seized: pick(WORDS.slice(1, 5)), versions: pick([[1], [2, 1], [], 1]), version: pick([1, 2, '1']), sticky: pick([true, 1]), top: pick(NUMBERS) }),
    () => ({ sentinel: 'amp', type: pick(['embed-size', 'frames-init']), height: pick([...NUMBERS, '600', null]) }),
  ];
  return pick(depth > 2 ? kinds.slice(0, 3) : kinds)();
}

/** A page that loads the host's script, with one frame of ours and one of somebody else. */
function host({ dead = false, top = 40 } = {}) {
  const listeners = {};
  const element = (rest) => ({ style: {}, dataset: {}, children: [1], innerText: '', offsetHeight: 900, closest: () => box, getBoundingClientRect: () => ({ top }), ...rest });
  const html = element({ parentElement: null });
  const box = element({ parentElement: html, dataset: { top: '64' } });
  const posted = [];
  const inner = { postMessage: (message, target) => posted.push([structuredClone(message), target]) };
  const frame = element({ parentElement: box, contentWindow: dead ? null : inner });
  const scrolled = [];
  const window = {
    addEventListener: (name, heard) => (listeners[name] = heard),
    document: { querySelectorAll: () => [frame], body: element({}), documentElement: html },
    getComputedStyle: () => ({ overflow: 'visible', position: 'static', aspectRatio: 'auto' }),
    navigator: { userActivation: { isActive: true } },
    scrollBy: (to) => scrolled.push(to),
  };
  window.window = window;
  vm.runInNewContext(HOST, window);
  const hear = (data, source = inner) => listeners.message({ source, data: structuredClone(data) });
  return { hear, frame, box, posted, scrolled, state: () => JSON.stringify([frame.style, box.style, posted.length, scrolled.length]) };
}

/** An embed page in a frame. */
function embed({ synced = true } = {}) {
  const listeners = {};
  const posted = [];
  const parent = { postMessage: (message, target) => posted.push([structuredClone(message), target]) };
  const scrolled = [];
  const dataset = { scroll: 'host' };
  let height = 4000;
  const window = {
    addEventListener: (name, heard) => (listeners[name] = heard),
    document: {
      documentElement: { dataset },
      body: { getBoundingClientRect: () => ({ height }) },
      querySelectorAll: () => [],
      dispatchEvent: () => true,
      fonts: { addEventListener() {} },
    },
    location: { href: 'https://example.org/embed/doubled/', search: '?childId=a' },
    matchMedia: () => ({ matches: !synced }),
    ResizeObserver: class { observe() {} },
    scrollTo: ({ top }) => {
      scrolled.push(top);
      window.scrollY = top;
    },
    seizedQuery: () => new URLSearchParams('?childId=a'),
    innerWidth: 680, innerHeight: 4000, scrollY: 0, performance, setTimeout() {}, Event, URL, URLSearchParams, parent,
  };
  window.window = window;
  vm.createContext(window);
  vm.runInContext('var window = globalThis;', window);
  vm.runInContext(FRAME, window);
  const hear = (data, source = parent) => listeners.message({ source, data: structuredClone(data) });
  return { hear, posted, scrolled, dataset, grow: (to) => (height = to), tell: () => listeners.resize(), state: () => JSON.stringify([dataset, posted.length, scrolled]) };
}

const pixels = (text) => (text === undefined ? 50 : Number(/^(\d+)px$/.exec(text)?.[1]));
const hello = { seized: 'hello', versions: [1], sticky: true };

for (const [name, messages] of corpus('to-host'))
  test(`a host is not moved by ${name}`, () => {
    for (const message of messages) {
      const page = host();
      const before = page.state();
      page.hear(message);
      assert.equal(page.state(), before, JSON.stringify(message));
    }
  });

for (const [name, messages] of corpus('to-frame'))
  test(`an embed is not moved by ${name}`, () => {
    for (const message of messages) {
      const page = embed();
      const before = page.state();
      page.hear(message);
      assert.equal(page.state(), before, JSON.stringify(message));
    }
  });

test('both obey what the contract has', () => {
  const page = host();
  page.hear({ sentinel: 'amp', type: 'embed-size', height: 600 });
  assert.equal(page.frame.style.height, '600px');
  page.hear(hello);
  assert.deepEqual(page.posted.at(-2)[0], { seized: 'welcome', version: 1, sticky: true });
  page.hear({ seized: 'scroll', top: 100 });
  assert.equal(page.scrolled.length, 1);
  const guest = embed();
  guest.hear({ seized: 'welcome', version: 1, sticky: true });
  guest.hear({ seized: 'top', top: 100 });
  assert.deepEqual([guest.dataset.scroll, guest.scrolled], ['synced', [100]]);
});

test('whatever a frame posts, a host sets heights within their bounds and scrolls within the embed', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = generator(seed);
    const page = host();
    if (seed % 2) page.hear(hello);
    for (let round = 0; round < ROUNDS / 20; round += 1) {
      const message = value(random);
      page.hear(message);
      const said = `seed ${seed}, round ${round}`;
      const { height, ...rest } = page.frame.style;
      const most = pixels(/^min\((\d+px), 100vh - 64px\)$/.exec(height)?.[1] ?? height);
      assert.ok(most >= 50 && most <= 100_000, `${said}: ${height}`);
      assert.ok(Object.keys(rest).every((name) => ['position', 'top'].includes(name)), said);
      assert.ok(pixels(page.box.style.height) <= 100_000 && Object.keys(page.box.style).length <= 1, said);
      for (const { top } of page.scrolled) assert.ok(top >= -24 && top <= 100_000, `${said}: ${top}`);
    }
    assert.ok(page.posted.every(([message]) => ['hello', 'welcome', 'top'].includes(message.seized)));
  }
});

test('whatever a host posts, an embed scrolls within its bounds and says whole heights within theirs', () => {
  const heights = [-5, 0, 49.2, 50, 4000.4, 1e9, Infinity];
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = generator(seed);
    const page = embed({ synced: seed % 4 > 0 });
    if (seed % 2) page.hear({ seized: 'welcome', version: 1, sticky: true });
    for (let round = 0; round < ROUNDS / 20; round += 1) {
      page.grow(heights[Math.floor(random() * heights.length)]);
      page.hear(value(random));
      page.tell();
    }
    assert.ok(page.scrolled.every((top) => top >= 0 && top <= 100_000), `seed ${seed}`);
    assert.ok(['host', 'synced', 'flat'].includes(page.dataset.scroll));
    for (const [message, target] of page.posted) {
      assert.equal(target, '*');
      const told = typeof message === 'string' ? /"height":(\d+)}$|xPYMxheightxPYMx(\d+)$/.exec(message) : [0, message.height];
      const height = Number(told?.[1] ?? told?.[2] ?? 50);
      assert.ok(Number.isInteger(height) && height >= 50 && height <= 100_000, JSON.stringify(message));
    }
  }
});

test('an embed that is met halfway hears how far, after its welcome and whenever it says its height', () => {
  const page = host({ top: -400 });
  page.frame.offsetHeight = 600;
  page.box.offsetHeight = 4000;
  page.hear(hello);
  page.hear({ sentinel: 'amp', type: 'embed-size', height: 4000 });
  const said = page.posted.map(([message]) => `${message.seized} ${message.top}`);
  assert.deepEqual(said.slice(1), ['welcome undefined', 'top 464', 'top 464']);
});

test('a stranger is nobody, whatever they say', () => {
  const strangers = [null, undefined, {}, { postMessage() {} }, Object.create(null)];
  for (const make of [host, embed]) {
    const page = make();
    const before = page.state();
    const random = generator(7);
    for (let round = 0; round < ROUNDS; round += 1)
      page.hear(round % 3 ? value(random) : hello, strangers[round % strangers.length] ?? null);
    assert.equal(page.state(), before);
  }
});

test('a frame that is gone and a sender that is gone are not the same', () => {
  const page = host({ dead: true });
  page.hear({ sentinel: 'amp', type: 'embed-size', height: 600 }, null);
  assert.equal(page.frame.style.height, undefined);
});

test('what could run code in the receiver cannot be posted', () => {
  assert.throws(() => structuredClone({ seized: () => 1 }));
  assert.throws(() => structuredClone({ get seized() { throw new Error('mine'); } }), /mine/);
});
