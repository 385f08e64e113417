// Keeps the app itself, so that it opens without a connection, and the last answers of the node,
// which are shown where it is away. Only what reads is kept; acts go to the node or nowhere.

/** The files of this build: the build writes them in. */
const SHELL = { version: 'none', files: [] };

const shell = `webizen-app-${SHELL.version}`;
const read = 'webizen-read-1';
const LIVE = /^\/(events|session|sessions|health)\b/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shell)
      .then((cache) => cache.addAll(SHELL.files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== shell && name !== read))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.headers.get('accept') === 'text/event-stream' || pathname === '/events') return;
  if (pathname.startsWith('/app/')) {
    event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
    return;
  }
  const isJson = request.destination === '';
  if (isJson && (!LIVE.test(pathname) || pathname === '/session')) {
    event.respondWith(answer(request));
  }
});

/** The newest page where the node answers, else the one that was kept. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match('/app/');
    if (kept === undefined) throw error;
    return kept;
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** What the node answers now; where it is away, what it answered last. */
async function answer(request) {
  const cache = await caches.open(read);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept === undefined) throw error;
    return kept;
  }
}
