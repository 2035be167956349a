let wanted = false

/** A change of page has begun: the next page's heading shall take the focus. */
export function wantNavigationFocus(): void {
  wanted = true
}

/** True once per change of page. */
export function takeNavigationFocus(): boolean {
  const taken = wanted
  wanted = false
  return taken
}
