// Runs before the first paint: a dark screen must not flash white. A file of its own, since no script is inline.
;(() => {
  const KEY = 'wk-color-scheme'
  const device = matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    let chosen = 'auto'
    try {
      chosen = localStorage.getItem(KEY) || 'auto'
    } catch {}
    const dark = chosen === 'dark' || (chosen !== 'light' && device.matches)
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  }
  show()
  // The device may change its mind, or another tab; the app follows by itself, a page without it does not.
  device.addEventListener('change', show)
  addEventListener('storage', (event) => event.key === KEY && show())
})()
