// Runs before the first paint: a dark screen must not flash white. A file of its own, since no script is inline.
;(() => {
  let chosen = 'auto'
  try {
    chosen = localStorage.getItem('wk-color-scheme') || 'auto'
  } catch {}
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
