import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { type DocumentSeal, previewOf } from '../documents/index.ts'
import type { RequestBody } from './api.ts'
import { type RequestRow, type StepRow, sealOf, signerIn, stepsOf, termsIn } from './records.ts'

const iso = (date: Date | null) => date?.toISOString() ?? null

/** Requests as their reader may see them. */
export async function presentRequests(
  keys: OrgKeys,
  tx: Tx,
  principal: Principal,
  rows: readonly RequestRow[],
): Promise<RequestBody[]> {
  const steps = await stepsOf(
    tx,
    rows.map((r) => r.id),
  )
  return Promise.all(rows.map((row) => present(keys, tx.context.orgId, principal, row, steps.get(row.id)!)))
}

export const presentRequest = async (keys: OrgKeys, tx: Tx, principal: Principal, row: RequestRow) =>
  (await presentRequests(keys, tx, principal, [row]))[0]!

async function present(
  keys: OrgKeys,
  orgId: string,
  principal: Principal,
  row: RequestRow,
  steps: StepRow[],
): Promise<RequestBody> {
  const seal = await sealOf(keys, orgId, row)
  const terms = seal && row.sealed_terms ? termsIn(seal, row) : undefined
  const next = row.state === 'open' ? steps.find((s) => s.state === 'waiting') : undefined
  const own = steps.find((s) => s.user_id === principal.userId)
  const mayManage = row.managed && principal.permissions.has('documents:publish')
  const named = (step: StepRow) => (seal && step.sealed_signer ? signerIn(seal, step) : undefined)
  return {
    id: row.id,
    documentId: row.document_id,
    documentName:
      seal && row.sealed_name
        ? seal.open<string>('documents.sealed_name', row.document_id, row.sealed_name)
        : null,
    n: row.n,
    state: row.state,
    overdue: row.overdue,
    cancelledWhy: row.cancelled_why,
    consent: terms?.consent ?? null,
    message: terms?.message ?? null,
    dueAt: iso(row.due_at),
    askedBy: { id: row.asked_by, name: terms?.asker ?? null },
    askedAt: row.asked_at.toISOString(),
    endedAt: iso(row.ended_at),
    steps: steps.map((step) => ({
      position: step.position,
      userId: step.user_id,
      ...shownName(principal, step, named(step)),
      state: step.state,
      turn: step === next,
      blocked: step.blocked,
      at: iso(step.at),
      askedAt: iso(step.asked_at),
      reason: mayKnowWhy(principal, step) && seal ? reasonIn(seal, step) : null,
    })),
    mine: own
      ? {
          position: own.position,
          state: own.state,
          role: named(own)?.role || null,
          turn: own === next && !row.overdue && seal !== undefined,
        }
      : null,
    content: seal && row.file_state ? contentOf(row) : null,
    copyN: row.copy_n,
    copyReady: row.state === 'complete' && ['clean', 'suspected', 'cleared'].includes(row.copy_state ?? ''),
    trouble: mayManage ? row.trouble : null,
    managed: mayManage,
    version: row.version,
  }
}

/** Of people of the portal the name is of the class `contact`; signers know whom they sign with. */
function shownName(principal: Principal, step: StepRow, named: ReturnType<typeof signerIn> | undefined) {
  const hidden =
    named?.kind === 'portal' &&
    principal.kind !== 'portal' &&
    step.user_id !== principal.userId &&
    principal.fieldClasses.contact === undefined
  return { name: named && !hidden ? named.name : null, kind: named?.kind ?? null, role: named?.role || null }
}

const mayKnowWhy = (principal: Principal, step: StepRow): boolean =>
  step.state === 'declined' &&
  (step.user_id === principal.userId || principal.permissions.has('documents:write'))

const reasonIn = (seal: DocumentSeal, step: StepRow): string | null =>
  step.sealed_reason ? seal.open<string>('signature_steps.sealed_reason', step.id, step.sealed_reason) : null

const contentOf = (row: RequestRow): RequestBody['content'] => ({
  contentType: row.content_type,
  size: row.size!,
  pages: row.pages,
  preview: previewOf({
    state: row.file_state as 'clean',
    at_home: row.at_home!,
    content_type: row.content_type,
    has_tiny: row.has_tiny!,
  }),
})
