import { loadApp } from './enter.ts'

/** So long after the page is there, nobody waits for anything of it any more. */
const LATER = 10_000

interface Connection {
  saveData?: boolean
  effectiveType?: string
}

/** Loads the app’s code when there is nothing else to do, on a connection that is fast and not saved on. */
export function warmAppLater(): void {
  const connection = (navigator as { connection?: Connection }).connection
  // Where the browser does not tell, the code comes when somebody is about to go on.
  if (!connection || connection.saveData || connection.effectiveType !== '4g') return
  setTimeout(() => requestIdleCallback(() => void loadApp().catch(() => {})), LATER)
}
