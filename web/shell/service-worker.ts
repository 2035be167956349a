import { whenLoaded } from '../ui/when-loaded.ts'

/** Has the browser keep the app's own files; what that is and is not, `build/service-worker.js` says. */
export function keepAppFiles(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without a certificate that the browser trusts it refuses; the app works all the same.
  whenLoaded(() => void navigator.serviceWorker.register('/service-worker.js').catch(() => {}))
}

/** What may stay on a device when somebody leaves: how the screen looks, and in which language. */
const MAY_STAY = new Set(['wk-color-scheme', 'wk-language'])

/** Leaves nothing of a session behind in the browser: which parts of the app were opened goes too. */
export function forgetHere(): void {
  navigator.serviceWorker?.controller?.postMessage('forget')
  forgetStorage()
}

/** Again where one arrives then, as a page that goes may still write how far it was scrolled. */
export function forgetStorage(): void {
  for (const key of Object.keys(localStorage)) if (!MAY_STAY.has(key)) localStorage.removeItem(key)
  sessionStorage.clear()
}
