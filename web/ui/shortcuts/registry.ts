export interface Shortcut {
  /** Keys with spaces between: `g u`. */
  keys: string
  label: string
  run: () => void
  /** Wins over the shell's, whichever of the two was there first: a page's own search on `/`. */
  first?: boolean
}

const active = new Map<string, Shortcut[]>()
const listeners = new Set<() => void>()
let snapshot: Shortcut[] = []

/** Adds a shortcut for as long as its page is there; the one added last wins, unless another is `first`. Returns how to take it away. */
export function addShortcut(shortcut: Shortcut): () => void {
  const list = [...(active.get(shortcut.keys) ?? []), shortcut]
  active.set(
    shortcut.keys,
    list.sort((a, b) => Number(a.first ?? false) - Number(b.first ?? false)),
  )
  changed()
  return () => {
    const rest = (active.get(shortcut.keys) ?? []).filter((s) => s !== shortcut)
    if (rest.length > 0) active.set(shortcut.keys, rest)
    else active.delete(shortcut.keys)
    changed()
  }
}

export const findShortcut = (keys: string): Shortcut | undefined => active.get(keys)?.at(-1)

export const activeShortcuts = (): Shortcut[] => snapshot

export function subscribeShortcuts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function changed(): void {
  snapshot = [...active.values()].map((list) => list.at(-1)!)
  for (const listener of listeners) listener()
}
