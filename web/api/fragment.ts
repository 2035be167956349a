const taken = new Map<string, string>()

/**
 * The secret after the `#` of a link: browsers send it to no server, so no log has it. It is taken out of the
 * address at once, so that neither the history nor a glance over the shoulder has it either.
 */
export function takeFragment(page: string): string {
  const now = decodeURIComponent(location.hash.slice(1))
  if (now) {
    taken.set(page, now)
    history.replaceState(history.state, '', location.pathname)
  }
  return taken.get(page) ?? ''
}
