import type { Statement, Tx } from '../../platform/db/database.ts'
import { forbidden, notFound } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { checkClasses, classesOf, DocumentSeal } from '../documents/index.ts'
import type { STATES } from './api.ts'
import type { SignatureMark } from './mark.ts'

/** What is sealed of a request. */
export interface Terms {
  consent: string
  message?: string | undefined
  /** Who asked, by name. */
  asker: string
  /** Of the version's own bytes. */
  sha256: string
  bytes: number
  type: string
  salt: string
}
/** Who is asked, as it was known then. */
export interface Named {
  name: string
  kind: 'person' | 'portal'
  role: string
}
/** What somebody signed with. */
export interface Mark {
  name: string
  mark: SignatureMark
  salt: string
}

export interface RequestRow {
  id: string
  document_id: string
  client_id: string | null
  /** Null where the document is not to be seen, and so its key neither. */
  sealed_name: Buffer | null
  kek_id: string | null
  wrapped: Buffer | null
  n: number
  file_id: string
  state: (typeof STATES)[number]
  cancelled_why: 'asker' | 'withdrawn' | 'destroyed' | null
  sealed_terms: Buffer | null
  due_at: Date | null
  overdue: boolean
  asked_by: string
  asked_at: Date
  event_id: string
  ended_at: Date | null
  copy_n: number | null
  copy_file_id: string | null
  trouble: string | null
  managed: boolean
  version: number
  content_type: string | null
  size: number | null
  pages: number | null
  file_state: string | null
  at_home: boolean | null
  has_tiny: boolean | null
  copy_state: string | null
}

export interface StepRow {
  id: string
  request_id: string
  position: number
  user_id: string
  state: 'waiting' | 'signed' | 'declined'
  sealed_signer: Buffer | null
  sealed_mark: Buffer | null
  sealed_reason: Buffer | null
  event_id: string | null
  session_id: string | null
  at: Date | null
  asked_at: Date | null
  blocked: boolean
}

const COLUMNS = `r.*, d.client_id, d.sealed_name, k.kek_id, k.wrapped, coalesce(r.state = 'open' and r.due_at <= now(), false) as overdue,
  coalesce(d.id is not null and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[])), false) as managed,
  f.content_type, f.size, f.pages, f.state as file_state, f.at_home, f.sealed_preview is not null as has_tiny, c.state as copy_state`
const FROM = `from signature_requests r left join documents d on d.org_id = r.org_id and d.id = r.document_id and d.purged_at is null
  left join deks k on k.org_id = r.org_id and k.subject_id = d.id
  left join files f on f.org_id = r.org_id and f.id = r.file_id
  left join files c on c.org_id = r.org_id and c.id = r.copy_file_id`
const ONE: Statement = {
  name: 'signature-request',
  text: `select ${COLUMNS} ${FROM} where r.org_id = $1 and r.id = $2`,
}
const OF_DOCUMENT: Statement = {
  name: 'signature-requests-of',
  text: `select ${COLUMNS} ${FROM} where r.org_id = $1 and r.document_id = $2 order by r.id desc limit 100`,
}
const MINE: Statement = {
  name: 'signature-requests-mine',
  text: `select ${COLUMNS} ${FROM} join signature_steps s on s.org_id = r.org_id and s.request_id = r.id and s.user_id = wk_user()
    where r.org_id = $1 and d.id is not null and case when $2::boolean then s.state <> 'waiting' or r.state = 'open' else s.state = 'waiting' and r.state = 'open' end
    order by s.state <> 'waiting', exists (select 1 from signature_steps e where e.org_id = s.org_id and e.request_id = s.request_id
      and e.position < s.position and e.state = 'waiting'), r.due_at nulls last, r.id desc limit 101`,
}
const STEPS: Statement = {
  name: 'signature-steps',
  text: `select s.*, s.state = 'waiting' and r.state = 'open' and not wk_is_portal() and not wk_can_sign(r.document_id, s.user_id) as blocked
    from signature_steps s join signature_requests r on r.org_id = s.org_id and r.id = s.request_id
    where s.org_id = $1 and s.request_id = any ($2::uuid[]) order by s.request_id, s.position`,
}

/**
 * One request behind the walls, for somebody whose classes open what the document holds. That of a document which is not to
 * be seen any more is answered without what is sealed.
 */
export async function readRequest(tx: Tx, principal: Principal, id: string): Promise<RequestRow> {
  const [row] = await tx.run<RequestRow>(ONE, [tx.context.orgId, id])
  if (!row) throw notFound('The request')
  checkClasses(principal, row)
  return row
}

/** The same for whoever may manage it. */
export async function readManaged(tx: Tx, principal: Principal, id: string): Promise<RequestRow> {
  const row = await readRequest(tx, principal, id)
  if (!row.managed) throw forbidden('The walls open this document for reading only.')
  return row
}

export const requestsOf = (tx: Tx, documentId: string): Promise<RequestRow[]> =>
  tx.run<RequestRow>(OF_DOCUMENT, [tx.context.orgId, documentId])

/** What the caller is asked to sign, first what can be signed now; with `all` also what they have signed or declined. */
export const requestsForMe = (tx: Tx, all: boolean): Promise<RequestRow[]> =>
  tx.run<RequestRow>(MINE, [tx.context.orgId, all])

export async function stepsOf(tx: Tx, requestIds: readonly string[]): Promise<Map<string, StepRow[]>> {
  const rows = await tx.run<StepRow>(STEPS, [tx.context.orgId, requestIds])
  const steps = new Map<string, StepRow[]>(requestIds.map((id) => [id, []]))
  for (const row of rows) steps.get(row.request_id)!.push(row)
  return steps
}

/** Opens what is sealed of a request and its steps; undefined where the document's key is out of reach or destroyed. */
export async function sealOf(
  keys: OrgKeys,
  orgId: string,
  row: Pick<RequestRow, 'document_id' | 'kek_id' | 'wrapped'>,
): Promise<DocumentSeal | undefined> {
  if (!row.kek_id || !row.wrapped) return undefined
  return DocumentSeal.of(keys, orgId, { id: row.document_id, kek_id: row.kek_id, wrapped: row.wrapped })
}

export const termsIn = (seal: DocumentSeal, row: Pick<RequestRow, 'id' | 'sealed_terms'>): Terms =>
  seal.open<Terms>('signature_requests.sealed_terms', row.id, row.sealed_terms!)
export const signerIn = (seal: DocumentSeal, step: StepRow): Named =>
  seal.open<Named>('signature_steps.sealed_signer', step.id, step.sealed_signer!)
export const markIn = (seal: DocumentSeal, step: StepRow): Mark =>
  seal.open<Mark>('signature_steps.sealed_mark', step.id, step.sealed_mark!)

/** What an event about a request names: the document and its client too, so that it stands in their history. */
export const about = (row: Pick<RequestRow, 'id' | 'document_id' | 'client_id'>, ...more: string[]) => ({
  object: { type: 'signature', id: row.id },
  objects: [row.document_id, ...(row.client_id ? [row.client_id] : []), ...more],
  ...classesOf(row),
})
