const linkOf = (event: Event): HTMLAnchorElement | undefined =>
  (event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-go]') : null) ??
  undefined

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** Calls `go` in place of the browser when a `Go` link is followed, and `ahead` when somebody is about to. Returns how to stop. */
export function followLinks(go: (path: string) => void, ahead: (path: string) => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const follow = (event: MouseEvent) => {
    const link = linkOf(event)
    if (!link || event.defaultPrevented || !isPlain(event)) return
    event.preventDefault()
    go(link.pathname)
  }
  let last: HTMLAnchorElement | undefined
  const near = (event: Event) => {
    const link = linkOf(event)
    if (link && link !== last) ahead(link.pathname)
    last = link
  }
  document.addEventListener('click', follow, { signal })
  for (const sign of ['pointerover', 'touchstart', 'focusin'])
    document.addEventListener(sign, near, { signal, passive: true })
  return () => stop.abort()
}
