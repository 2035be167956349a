const KEY = 'wk-reloaded-at'

/**
 * After an upgrade of the server the page's parts have other names: the first one that is missing loads the
 * app anew, at most once a minute. And a page that the browser kept whole, to go back to, is never shown as it
 * was: whoever it belonged to may have signed out.
 */
export function reloadOnNewVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < 60_000) return
    event.preventDefault()
    sessionStorage.setItem(KEY, String(Date.now()))
    location.reload()
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}
