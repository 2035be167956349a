/** What an organization does with mail that may hold health information. */
export const GATE_POLICIES = ['allow', 'ask', 'block', 'notice'] as const
export type GatePolicy = (typeof GATE_POLICIES)[number]

/** The states of the files domain that the gate tells apart. */
export type FileState =
  | 'uploading'
  | 'waiting'
  | 'reading'
  | 'clean'
  | 'suspected'
  | 'cleared'
  | 'infected'
  | 'moved'
  | 'purged'

export interface Outgoing {
  /** Whether the detector suspects the text that would leave. */
  textSuspected: boolean
  subjectSuspected: boolean
  files: readonly FileState[]
  /** Files are still given time to be read. */
  patient: boolean
}

/** Codes, in the log and on the ticket: what stood against sending it whole. */
export type GateReason = 'text-suspected' | 'file-suspected' | 'file-unread' | 'file-infected'

/**
 * `send`: as it is, the ticket's own subject only where nothing is suspected in it. `notice`: a link instead; the
 * content stays. `hold`: somebody decides. `wait`: ask again once the files are read.
 */
export type Verdict =
  | { do: 'send'; ownSubject: boolean; reasons: GateReason[] }
  | { do: 'notice' | 'hold' | 'block'; reasons: GateReason[] }
  | { do: 'wait'; reasons: [] }

/** What somebody with `mail:release` decided about a mail that was held. */
export type Decision = 'send' | 'notice' | 'drop'

export interface Decided {
  decision: Decision
  /** What stood against it when it was decided. */
  knowing: readonly GateReason[]
}

const UNREAD: readonly FileState[] = ['uploading', 'waiting', 'reading']

/**
 * Whether a mail may leave, and as what. Pure. A file that nobody has read counts as suspected; an infected one leaves
 * under no policy and by nobody's decision. Whoever let a mail go decided about what was known of it: no file leaves
 * unread by that, and what comes to light later is asked about anew.
 */
export function judgeOutgoing(mail: Outgoing, policy: GatePolicy, decided?: Decided): Verdict {
  const decision = decided?.decision
  const unread = mail.files.some((f) => UNREAD.includes(f))
  const infected = mail.files.includes('infected')
  const reasons: GateReason[] = [
    ...(mail.textSuspected ? (['text-suspected'] as const) : []),
    ...(mail.files.includes('suspected') ? (['file-suspected'] as const) : []),
    ...(unread ? (['file-unread'] as const) : []),
    ...(infected ? (['file-infected'] as const) : []),
  ]
  const whole: Verdict = {
    do: 'send',
    // Nobody is asked about a subject: it is no reason to hold a mail, so no decision lets it go.
    ownSubject: !mail.subjectSuspected || policy === 'allow',
    reasons,
  }
  if (decision === 'drop') return { do: 'block', reasons }
  if (decision === 'notice') return { do: 'notice', reasons }
  if (infected)
    return { do: policy === 'notice' ? 'notice' : policy === 'ask' && !decision ? 'hold' : 'block', reasons }
  if (unread && (mail.patient || decision === 'send')) return { do: 'wait', reasons: [] }
  if (policy === 'allow' || reasons.length === 0) return whole
  if (decided && reasons.every((r) => decided.knowing.includes(r))) return whole
  if (decided) return { do: 'hold', reasons }
  return { do: policy === 'ask' ? 'hold' : policy, reasons }
}
