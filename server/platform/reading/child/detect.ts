import { DEFAULT_MIN_CONFIDENCE, Enough, scan } from '#phi'
import type { Message } from '../protocol.ts'

/**
 * Puts the detector before the way out: text goes in, and what was seen in it, and where, comes out. Pieces follow one
 * another as if they were one text, so that what stands close together is seen to. Once enough was seen the rest goes
 * unread.
 */
export function detecting(tell: (message: Message) => void): (message: Message) => void {
  let at = 0
  const enough = new Enough()
  return (message) => {
    if (message.kind !== 'text') return tell(message)
    if (enough.reached) return
    const scanned = scan(message.text, { minConfidence: DEFAULT_MIN_CONFIDENCE })
    enough.add(scanned)
    const { findings, candidates } = scanned
    const moved = <T extends { start: number; end: number }>(x: T): T => ({
      ...x,
      start: x.start + at,
      end: x.end + at,
    })
    at += message.text.length + 1
    if (findings.length === 0 && candidates.length === 0) return
    tell({
      kind: 'scanned',
      place: message.place,
      findings: findings.map(moved),
      candidates: candidates.map(moved),
    })
  }
}
