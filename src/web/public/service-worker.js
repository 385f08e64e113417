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
  // Whoever checks the node asks the node, not what was kept of it.
  if (request.cache === 'no-store') return;
  if (pathname.startsWith('/app/')) {
    event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
    return;
  }
  const isJson = request.destination === '';
  if (isJson && (!LIVE.test(pathname) || pathname === '/session')) {
    event.respondWith(answer(request));
  }
});

/** What the node says, unless it is away, or just about to stop or to start. */
async function asked(request) {
  const response = await fetch(request);
  if (response.status >= 502 && response.status <= 504) throw new TypeError('The node is away.');
  return response;
}

/** The newest page where the node answers, else the one that was kept. */
async function page(request) {
  try {
    return await asked(request);
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
  try {
    const response = await asked(request);
    if (response.ok) await keep(request, response.clone());
    return response;
  } catch (error) {
    const kept = await (await caches.open(read)).match(request);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Keeps an answer. Who comes after somebody else in this browser does not see what they read. */
async function keep(request, response) {
  const isSession = new URL(request.url).pathname === '/session';
  const before = isSession ? await (await caches.open(read)).match(request) : undefined;
  if (before !== undefined && (await whoIn(before)) !== (await whoIn(response.clone()))) {
    await caches.delete(read);
  }
  await (await caches.open(read)).put(request, response);
}

/** The agent who is signed in, as an answer says it. */
async function whoIn(response) {
  const { agent } = await response.json();
  return agent?.id;
}
