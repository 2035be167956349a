import type { Tx } from '../../../platform/db/database.ts'
import type { FileState } from '../../files/index.ts'
import { judgeOutgoing, mailSettings } from '../../mail/index.ts'

/** Whoever releases a document has looked at what it is; one that nobody has read yet stays. */
const RELEASED = { decision: 'send', knowing: ['text-suspected', 'file-suspected'] } as const

interface Leaving {
  /** The document lies in a client's own folder: it is about somebody. */
  private: boolean
  state: FileState
  mode: 'view' | 'download'
  entry: 'sign-in' | 'code'
}

/**
 * Whether a document may leave by a link, under the organization's policy for what leaves by mail: `ask` where somebody
 * who may release mail decides. Who signs in here and only looks has taken nothing out.
 */
export async function mayLeave(tx: Tx, what: Leaving, released: boolean): Promise<'open' | 'ask' | 'closed'> {
  if (what.entry === 'sign-in' && what.mode === 'view') return 'open'
  const { gate } = await mailSettings(tx)
  const mail = {
    textSuspected: what.private,
    subjectSuspected: false,
    files: [what.state],
    patient: false,
  }
  const verdict = judgeOutgoing(mail, gate, released ? RELEASED : undefined)
  if (verdict.do === 'send') return 'open'
  return verdict.do === 'hold' ? 'ask' : 'closed'
}
