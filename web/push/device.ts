import { api, ok } from '../api/client.ts'

/** Whether this browser can be told anything. */
export const canBeTold = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

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
export async function myDevices(): Promise<Devices> {
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

/** Has this device told from now on. Answers false where the person or the browser does not want it. */
export async function beTold(): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const { publicKey } = await ok(api.GET('/api/v1/push/key'))
  const { pushManager } = await navigator.serviceWorker.ready
  // One under another key is of no use any more.
  await (await pushManager.getSubscription())?.unsubscribe()
  await announce(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }))
  return true
}

export const forgetDevice = (id: string) =>
  ok(api.DELETE('/api/v1/me/push/{id}', { params: { path: { id } } }))

/** This device is told nothing more: before somebody leaves, so that it ends here as it does at the server. */
export async function stopHere(): Promise<void> {
  await (await current())?.unsubscribe()
}
