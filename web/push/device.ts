import { api, ok } from '../api/client.ts'

/** Whether this browser can be told anything. */
export const canBeTold = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** On an iPhone or iPad that is so only in the app on the home screen. */
export const isAppleMobile = (): boolean =>
  /iPad|iPhone|iPod/.test(navigator.userAgent) ||
  // An iPad says that it is a Mac.
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)

/** A browser that reaches no push service, or has no service worker, says so by never answering, in ms. */
const PATIENCE = 20_000

const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the browser did not answer')), PATIENCE)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Calls back whenever the person changes in the browser’s own settings whether there may be notices. */
export function onPermission(changed: () => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  const found = navigator.permissions?.query({ name: 'notifications' })
  void found?.then((status) => status.addEventListener('change', changed, { signal })).catch(() => {})
  // Where the browser does not tell: they come back from its settings.
  document.addEventListener('visibilitychange', changed, { signal })
  return () => ended.abort()
}

/** One after the other, in all tabs: what is just being subscribed is not taken for what somebody else left. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('wellkeep-push', work).then((done) => done as T) : work()

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return canBeTold() ? navigator.serviceWorker.getRegistration() : undefined
}

const current = async () => (await registration())?.pushManager.getSubscription()

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash, (b) => b.toString(16).padStart(2, '0')).join('')
}

export interface Devices {
  /** This device’s own, where it is told. */
  here: string | undefined
  others: string[]
}

/**
 * Which of one's devices are told. What this browser still keeps for somebody else, or of a session that was ended
 * elsewhere, is taken back; one's own is renewed for this session.
 */
export const myDevices = (): Promise<Devices> => alone(devicesNow)

async function devicesNow(): Promise<Devices> {
  const { items } = await ok(api.GET('/api/v1/me/push'))
  const own = await current()
  if (!own) return { here: undefined, others: items.map((d) => d.id) }
  const hash = await hashOf(own.endpoint)
  const known = items.find((d) => d.endpointHash === hash)
  if (!known) await own.unsubscribe()
  const here = known && !known.current ? await announce(own) : known?.id
  return { here, others: items.filter((d) => d !== known).map((d) => d.id) }
}

async function announce(own: PushSubscription): Promise<string> {
  const { endpoint, keys } = own.toJSON()
  const body = { endpoint: endpoint!, keys: { p256dh: keys!.p256dh!, auth: keys!.auth! } }
  return (await ok(api.POST('/api/v1/me/push', { body }))).id
}

async function subscribeHere(): Promise<void> {
  const { publicKey } = await ok(api.GET('/api/v1/push/key'))
  const { pushManager } = await inTime(navigator.serviceWorker.ready)
  // One under another key is of no use any more.
  await (await pushManager.getSubscription())?.unsubscribe()
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey }
  await announce(await inTime(pushManager.subscribe(wanted)))
}

/** Has this device told from now on, where the person lets it: answers what they said. */
export async function beTold(): Promise<NotificationPermission> {
  const said = await Notification.requestPermission()
  if (said !== 'granted') return said
  await alone(subscribeHere)
  return said
}

export const forgetDevice = (id: string) =>
  ok(api.DELETE('/api/v1/me/push/{id}', { params: { path: { id } } }))

/** This device, known to the server by this id, is told nothing more. */
export const stopHere = (id: string | undefined): Promise<void> =>
  alone(async () => {
    await (await current())?.unsubscribe()
    if (id) await forgetDevice(id)
  })

/**
 * Somebody leaves: their device is told nothing more here as at the server. The service worker sees to it, as it goes on
 * when the page is gone, however long the browser takes.
 */
export async function stopOnLeaving(): Promise<void> {
  if (!canBeTold()) return
  const worker = navigator.serviceWorker.controller ?? (await registration())?.active
  worker?.postMessage('stop')
}
