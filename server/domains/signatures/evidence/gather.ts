import { leafHash } from '../../../../tlog/index.ts'
import { logOrigin } from '../../../platform/audit/log-key.ts'
import type { Statement, Tx } from '../../../platform/db/database.ts'
import type { DocumentSeal } from '../../documents/index.ts'
import { markIn, type RequestRow, type StepRow, signerIn, termsIn } from '../records.ts'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION, type Evidence } from './evidence.ts'

const PLACES: Statement = {
  name: 'signature-leaves',
  text: `select e.id, e.at, e.leaf, l.leaf_index as index from audit_events e left join audit_leaves l on l.org_id = e.org_id and l.event_id = e.id
    where e.org_id = $1 and e.id = any ($2::uuid[])`,
}
interface Place {
  id: string
  at: Date
  leaf: string
  index: number | null
}

/** The log holds no event for a signature: there is nothing that a copy could prove. */
export class EventMissing extends Error {}

/**
 * All that a signed document is to carry. Undefined while the log has not given every signature its place, which it does
 * within two seconds.
 */
export async function gatherEvidence(
  tx: Tx,
  seal: DocumentSeal,
  row: RequestRow,
  steps: readonly StepRow[],
  original: Evidence['document']['original'],
): Promise<Evidence | undefined> {
  const { orgId } = tx.context
  const ids = [row.event_id, ...steps.map((s) => s.event_id!)]
  const places = new Map((await tx.run<Place>(PLACES, [orgId, ids])).map((p) => [p.id, p]))
  if (ids.some((id) => !places.has(id))) throw new EventMissing()
  if (ids.some((id) => (places.get(id)?.index ?? null) === null)) return undefined
  const event = (id: string) => {
    const { index, leaf } = places.get(id)!
    return { id, index: index!, leaf: leafHash(Buffer.from(leaf)).toString('hex') }
  }
  const terms = termsIn(seal, row)
  return {
    format: EVIDENCE_FORMAT,
    version: EVIDENCE_VERSION,
    log: logOrigin(orgId),
    request: {
      id: row.id,
      asker: { user: row.asked_by, name: terms.asker },
      at: places.get(row.event_id)!.at.toISOString(),
      consent: terms.consent,
      salt: terms.salt,
      event: event(row.event_id),
    },
    document: {
      id: row.document_id,
      version: row.n,
      sha256: terms.sha256,
      bytes: terms.bytes,
      type: terms.type,
      original,
    },
    signers: steps.map((s) => {
      const { name, mark, salt } = markIn(seal, s)
      return {
        position: s.position,
        user: s.user_id,
        name,
        role: signerIn(seal, s).role,
        at: s.at!.toISOString(),
        session: s.session_id!,
        salt,
        mark,
        event: event(s.event_id!),
      }
    }),
  }
}
