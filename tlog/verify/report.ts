/** What can be wrong with a leaf (an event). See the README for what each means. */
export type LeafCode =
  | 'altered'
  | 'missing'
  | 'out-of-order'
  | 'rewritten'
  | 'uncovered'
  | 'no-time'
  | 'time-outside-checkpoints'

/** What can be wrong with an export. */
export type ProblemCode =
  | LeafCode
  | 'not-an-export'
  | 'malformed'
  | 'incomplete'
  | 'count-mismatch'
  | 'wrong-origin'
  | 'size-mismatch'
  | 'no-checkpoint'
  | 'checkpoint-refused'
  | 'checkpoint-order'
  | 'checkpoint-time'
  | 'checkpoint-root'
  | 'trusted-checkpoint'
  | 'unproven'
  | 'tile-altered'
  | 'tile-missing'

/** One finding. `leaf` and `to` name leaves `[leaf, to)`; `checkpoint` counts from 0 in the order of the file. */
export type Problem = { code: ProblemCode; text: string; leaf?: number; to?: number; checkpoint?: number }

/**
 * The first leaf that is not as it was logged. With `to`, the first bad leaf is one of `[index, to)` and the
 * stored data can't tell which: every leaf before `index` is good.
 */
export type BadLeaf = { index: number; to?: number; code: LeafCode; reason: string }

/** The outcome of verifying an export. */
export type Report = {
  /** Nothing is wrong: `problems` is empty. */
  ok: boolean
  origin: string
  /** Size and root (base64) of the newest checkpoint with a good signature, and its time. */
  size: number
  root: string
  time?: string
  /** How many checkpoints and events were read. */
  checkpoints: number
  events: number
  firstBadLeaf?: BadLeaf
  /** In the order found; at most 100, and how many more there were. */
  problems: Problem[]
  problemsOmitted: number
}

/** The report as a few lines of text for people. */
export function formatReport(report: Report): string {
  const { ok, origin, size, root, time, checkpoints, events, firstBadLeaf, problems, problemsOmitted } =
    report
  const lines = [
    ok ? 'VERIFIED: the log is complete and unaltered.' : 'FAILED: the log is not as it was signed.',
    `log         ${origin || 'unknown'}`,
    `events      ${events}`,
    `checkpoints ${checkpoints}, the newest over ${size} events${time ? `, signed ${time}` : ''}`,
    `root        ${root || 'none'}`,
  ]
  if (firstBadLeaf) {
    const { index, to, code, reason } = firstBadLeaf
    lines.push(
      `first bad   ${to === undefined ? index : `within ${index} to ${to - 1}`} (${code}): ${reason}`,
    )
  }
  for (const { code, text } of problems) lines.push(`  ${code}: ${text}`)
  if (problemsOmitted) lines.push(`  and ${problemsOmitted} more`)
  return `${lines.join('\n')}\n`
}
