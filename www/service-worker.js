// Once visited, the site works offline. The network comes first, so that a reader always has the newest version; what
// the site consists of is kept beside it, all of one version, for when there is no network.
//
// VERSION, FILES: written here by www/build.mjs; a new version makes a new worker, with a store of its own.
/* global VERSION, FILES */
// Several sites of one host have a store each.
const MINE = `loopscope ${registration.scope} `;
const STORE = MINE + VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forget());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const own = request.method === 'GET' && new URL(request.url).origin === location.origin;
  if (own) event.respondWith(fetch(request).catch((error) => kept(request, error)));
});

async function kept(request, error) {
  const store = await caches.open(STORE);
  const found = await store.match(request, { ignoreSearch: true });
  if (!found) throw error;
  return found;
}

/** Stores of versions before this one. */
async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(MINE) && name !== STORE).map((name) => caches.delete(name)));
}
