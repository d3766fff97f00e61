// The service worker: after one visit the page opens without a network. `prerender` puts in what it keeps.
//
// A cache holds the files of one build, each held against its hash. A page comes out of it whole or not at all, so no
// page ever sees files of another build. It knows its own pages and what they are made of; embeds, the one file and the
// dataset's files go past it. If `sw.js` is gone from the host, the worker goes, too, with all that it kept.
const { build, shared, pages } = /* kept */ {};

const home = self.registration.scope;
const name = (of) => `seized ${home} ${of}`;
const ours = async () => (await caches.keys()).filter((key) => key.startsWith(name('')));
const path = (url) => (url.startsWith(home) ? url.slice(home.length).split(/[?#]/)[0] : undefined);
// Files whose names change with what is in them, or nearly: fonts and the icon change with an edition at most.
const named = /^(assets|fonts)\//;
// The page that an address means: a folder or its `index.html`.
const page = (url) => pages.find(({ folder }) => [folder, `${folder}index.html`].includes(path(url)));

// A page is asked for by its folder: some hosts send whoever asks for `index.html` there, and a redirected answer
// cannot be a page. The files have a new name whenever they change, so those that the browser has need not come again.
const keep = async (cache, files) => {
  const missing = [];
  for (const [file, integrity] of files) if (!(await cache.match(home + file))) missing.push([file, integrity]);
  const answers = missing.map(async ([file, integrity]) => {
    const asked = await fetch(home + file, { integrity, cache: named.test(file) ? 'default' : 'no-cache' });
    if (!asked.ok) throw new Error(`${file}: ${asked.status}`);
    return [home + file, asked];
  });
  // Only when all are there: half a build is none.
  for (const [url, answer] of await Promise.all(answers)) await cache.put(url, answer);
};
const keepPages = async (wanted) => keep(await caches.open(name(build)), [...shared, ...wanted.flatMap(({ files }) => files)]);

// The languages that are open, and those that an earlier build kept.
self.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const wanted = new Set(open.map(({ url }) => page(url)));
      for (const key of await ours())
        for (const known of pages) if (await (await caches.open(key)).match(home + known.folder)) wanted.add(known);
      wanted.delete(undefined);
      await keepPages([...wanted]);
    })(),
  ),
);

// What earlier builds kept goes once no other page can still want something of it.
const tidy = async () => {
  if ((await self.clients.matchAll({ type: 'window' })).length > 1) return;
  for (const key of await ours()) if (key !== name(build)) await caches.delete(key);
};
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

const isGone = async () => {
  const { status } = await fetch(self.location.href, { cache: 'no-store' });
  if (status !== 404 && status !== 410) return false;
  await self.registration.unregister();
  for (const key of await ours()) await caches.delete(key);
  return true;
};
// Another language is kept when it is read. If the host has a newer build, its hashes differ, and nothing is kept.
const afterwards = async (wanted) => {
  if (await isGone()) return;
  await tidy();
  await keepPages([wanted]);
};

// Looked up by name, as opening a cache would make it.
const kept = async (url, keys) => {
  for (const cacheName of keys) {
    const found = await caches.match(url, { cacheName });
    if (found) return found;
  }
  return undefined;
};
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const file = path(request.url);
  if (request.method !== 'GET' || file === undefined) return;
  if (request.mode === 'navigate') {
    const wanted = page(request.url);
    if (!wanted) return;
    const answered = kept(home + wanted.folder, [name(build)]).then((found) => found ?? fetch(request));
    event.respondWith(answered);
    event.waitUntil(answered.then(() => afterwards(wanted)).catch(() => {}));
  } else if (named.test(file) || shared.some(([known]) => known === file)) {
    // Of an earlier build, too, whose page may still be open: names of files tell builds apart.
    event.respondWith(ours().then((keys) => kept(request.url, [name(build), ...keys])).then((found) => found ?? fetch(request)));
  }
});

// A reader asked for the newer edition.
self.addEventListener('message', ({ data }) => data === 'now' && self.skipWaiting());
