// Keeps the app's own files, whose names carry a hash of what is in them, so that it opens fast and says so when there
// is no network. It never keeps, reads or changes an answer of the API, or a page: those pass by it as if it were not there.

const VERSION = '__VERSION__'
const FILES = new Set(['__FILES__'])
const CACHE = `wellkeep-${VERSION}`

const WORDS = {
  en: [
    'No connection',
    'Wellkeep can’t be reached. Nothing is lost; try again when you are online.',
    'Try again',
  ],
  es: [
    'Sin conexión',
    'No se puede abrir Wellkeep. No se ha perdido nada; inténtelo de nuevo cuando tenga conexión.',
    'Intentar de nuevo',
  ],
}

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(forget((name) => name !== CACHE).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/'))
    return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(offline))
  else if (FILES.has(url.pathname) && !url.search) event.respondWith(kept(url.pathname, request))
})

// Whoever signs out leaves nothing behind, not even which pages they opened, or that there was something new.
self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(Promise.all([forget(() => true), closeNotices()]))
  if (event.data === 'stop') event.waitUntil(alone(stop))
})

// What comes says of which kind there is something new, and nothing else; the words are here.
const NOTICES = {
  en: ['There is something new for you', 'Open Wellkeep to see it.'],
  es: ['Hay algo nuevo para usted', 'Abra Wellkeep para verlo.'],
}
const PLACES = {
  news: '/portal',
  message: '/portal/messages',
  document: '/portal/documents',
  form: '/portal/forms',
  signature: '/portal/signatures',
  request: '/portal/requests',
  'to-sign': '/signatures',
  'to-read': '/',
  answer: '/forms',
  conversation: '/messages',
}

self.addEventListener('push', (event) => {
  let kind = 'news'
  try {
    kind = event.data.json().kind
  } catch {
    // Something new all the same.
  }
  const [title, body] = NOTICES[self.navigator.language.startsWith('es') ? 'es' : 'en']
  const data = { path: PLACES[kind] ?? PLACES.news }
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      data,
      tag: `wellkeep-${data.path}`,
      icon: '/icon-192.png',
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data.path))
})

/** Where the app is open already it is brought to the front and goes there; its own guard sends everybody where they belong. */
async function open(path) {
  const pages = await self.clients.matchAll({ type: 'window' })
  const page = pages.find((p) => 'navigate' in p)
  if (!page) return self.clients.openWindow(path)
  // A browser that does not let it come to the front goes there all the same.
  await page.focus().catch(() => {})
  return page.navigate(path)
}

/** Before whoever signs in next subscribes, and not while a page is about to. */
const alone = (work) =>
  'locks' in self.navigator ? self.navigator.locks.request('wellkeep-push', work) : work()

/** The browser is told nothing more, and what came meanwhile goes. */
async function stop() {
  await (await self.registration.pushManager.getSubscription())?.unsubscribe()
  await closeNotices()
}

async function closeNotices() {
  for (const notice of await self.registration.getNotifications()) notice.close()
}

async function forget(which) {
  const names = (await caches.keys()).filter(which)
  await Promise.all(names.map((name) => caches.delete(name)))
}

async function kept(path, request) {
  const cache = await caches.open(CACHE)
  const known = await cache.match(path)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok && answer.type === 'basic') await cache.put(path, answer.clone()).catch(() => {})
  return answer
}

function offline() {
  const language = self.navigator.language.startsWith('es') ? 'es' : 'en'
  const [title, text, again] = WORDS[language]
  const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Wellkeep</title><style>:root{color-scheme:light dark;font:1.05rem/1.5 system-ui,sans-serif}body{margin:0;min-height:100dvh;display:grid;place-content:center;padding:24px;text-align:center;box-sizing:border-box}a{display:inline-block;min-height:44px;line-height:44px;padding:0 22px;border-radius:10px;background:#14655c;color:#fff;text-decoration:none}p{max-width:34ch}</style><main><h1>${title}</h1><p>${text}</p><a href="">${again}</a></main></html>`
  return new Response(page, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  })
}
