const PATIENCE = 1200

export interface Pressed {
  keys: string
  at: number
}

export interface Matched {
  pressed: Pressed
  /** The sequence that is complete with this key. */
  hit: string | undefined
}

/**
 * Follows sequences such as `g u`: a key continues what was begun less than 1.2 s ago if any known sequence
 * does, else begins anew.
 */
export function follow(last: Pressed, key: string, at: number, known: readonly string[]): Matched {
  const continued = last.keys && at - last.at <= PATIENCE ? `${last.keys} ${key}` : ''
  const keys =
    continued && known.some((k) => k === continued || k.startsWith(`${continued} `)) ? continued : key
  if (known.includes(keys)) return { pressed: { keys: '', at }, hit: keys }
  const begins = known.some((k) => k.startsWith(`${keys} `))
  return { pressed: { keys: begins ? keys : '', at }, hit: undefined }
}
