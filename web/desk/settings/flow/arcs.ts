export interface Arc {
  from: number
  to: number
  /** Between neighbours: one line, that goes one way (`way`) or both (`ways`). */
  both?: 'way' | 'ways'
}

/** The ways of a flow as lines: to the next status straight, with the way back on the same line; all others as arcs. */
export function arcsOf(statuses: readonly { uid: string; next: readonly string[] }[]): Arc[] {
  const at = new Map(statuses.map((s, i) => [s.uid, i]))
  const ways = statuses.flatMap((s, from) =>
    s.next.flatMap((uid) => {
      const to = at.get(uid)
      return to === undefined || to === from ? [] : [{ from, to }]
    }),
  )
  const has = (from: number, to: number) => ways.some((w) => w.from === from && w.to === to)
  return ways.flatMap((w): Arc[] => {
    if (w.to === w.from + 1) return [{ ...w, both: has(w.to, w.from) ? 'ways' : 'way' }]
    // The way back to the neighbour above lies on the line that comes from there, where there is one.
    if (w.to === w.from - 1 && has(w.to, w.from)) return []
    return [w]
  })
}
