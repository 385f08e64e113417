// Keeps the app itself, so that it opens without a connection, and the last answers of the node,
// which are shown where it is away. Only what reads is kept; acts go to the node or nowhere.

/** The files of this build: the build writes them in. */
const SHELL = { version: 'none', files: [] };

const shell = `webizen-app-${SHELL.version}`;
const read = 'webizen-read-1';
/** What is never kept: it tells of now, is large, or has a secret in its address. */
const LIVE = /^\/(events|session|sessions|health|invitations|node\/(check|export))\b/;

/** How many answers are kept; the oldest go first. */
const ANSWERS_MAX = 500;

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
    event.respondWith(answer(event));
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
async function answer(event) {
  const { request } = event;
  try {
    const response = await asked(request);
    // Who is in is known before anything of theirs is shown; the rest is kept on the side.
    const kept = isToKeep(response) ? keep(request, response.clone()) : undefined;
    if (new URL(request.url).pathname === '/session') await kept;
    else if (kept !== undefined) event.waitUntil(kept);
    return response;
  } catch (error) {
    const kept = await (await caches.open(read)).match(request);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Data that a page shows: no file that is taken away, and nothing that comes in pieces. */
function isToKeep({ ok, headers }) {
  const isData = /^application\/json\b/.test(headers.get('content-type') ?? '');
  return ok && isData && !headers.has('content-disposition');
}

/** Keeps an answer. Who comes after somebody else in this browser does not see what they read. */
async function keep(request, response) {
  const isSession = new URL(request.url).pathname === '/session';
  const before = isSession ? await (await caches.open(read)).match(request) : undefined;
  if (before !== undefined && (await whoIn(before)) !== (await whoIn(response.clone()))) {
    await caches.delete(read);
  }
  const cache = await caches.open(read);
  await cache.put(request, response);
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - ANSWERS_MAX))) await cache.delete(old);
}

/** The agent who is signed in, as an answer says it. */
async function whoIn(response) {
  const { agent } = await response.json();
  return agent?.id;
}
