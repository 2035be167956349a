import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import type { DocumentSeal } from '../documents/index.ts'
import { myName } from '../identity/index.ts'
import { documentHash, signatureHash, termsHash } from './evidence/commitments.ts'
import type { SignatureMark } from './mark.ts'
import { alreadySigned, notPublished, notYourTurn, over, overdue, saidPlainly } from './problems.ts'
import {
  about,
  type Mark,
  type RequestRow,
  readRequest,
  type StepRow,
  sealOf,
  signerIn,
  stepsOf,
  type Terms,
  termsIn,
} from './records.ts'

interface Turn {
  row: RequestRow
  step: StepRow
  steps: StepRow[]
  seal: DocumentSeal
  terms: Terms
}

/** The caller's own step, whose turn it is; else a problem that says what is in the way. The database asks the same. */
async function myTurn(services: Services, ctx: RequestContext, tx: Tx, id: string): Promise<Turn> {
  const row = await readRequest(tx, ctx.principal, id)
  const steps = (await stepsOf(tx, [id])).get(id)!
  const step = steps.find((s) => s.user_id === ctx.principal.userId)
  if (!step) throw notFound('Your part in this request')
  if (step.state !== 'waiting') throw alreadySigned()
  if (row.state !== 'open') throw over()
  if (row.overdue) throw overdue()
  const seal = await sealOf(services.keys, tx.context.orgId, row)
  if (!seal || !row.sealed_terms || !row.file_state) throw notPublished()
  if (steps.some((s) => s.position < step.position && s.state !== 'signed')) throw notYourTurn()
  return { row, step, steps, seal, terms: termsIn(seal, row) }
}

/**
 * Signs in one's own name. The event that records it stands first: the database takes the time and the session from it, and
 * takes no signature without it.
 */
export async function sign(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  id: string,
  input: { mark: SignatureMark; consent: string },
): Promise<void> {
  const { row, step, steps, seal, terms } = await myTurn(services, ctx, tx, id)
  if (input.consent !== terms.consent)
    throw conflict('other-consent', 'The text that you agree to is another one', 'Load the page again.')
  const { displayName } = await myName(services.keys, ctx, tx)
  const mark: Mark = { name: displayName, mark: input.mark, salt: randomBytes(16).toString('hex') }
  const eventId = uuidv7()
  const agreed = termsHash({
    ...terms,
    request: id,
    document: row.document_id,
    version: row.n,
    signers: steps.map((s) => ({ user: s.user_id, role: signerIn(seal, s).role })),
  })
  await ctx.record(tx, {
    id: eventId,
    action: 'signature.sign',
    ...about(row),
    facts: {
      n: row.n,
      position: step.position,
      document: documentHash(terms.salt, terms.sha256),
      signature: signatureHash(agreed, {
        ...mark,
        position: step.position,
        user: step.user_id,
        session: ctx.principal.sessionId!,
        role: signerIn(seal, step).role,
      }),
    },
  })
  await take(tx, step, {
    state: 'signed',
    event_id: eventId,
    sealed_mark: seal.seal('signature_steps.sealed_mark', step.id, mark),
  })
}

/** Says that one does not sign, and why. The request is over then. */
export async function decline(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  id: string,
  reason: string,
): Promise<void> {
  const { row, step, seal } = await myTurn(services, ctx, tx, id)
  const eventId = uuidv7()
  await ctx.record(tx, {
    id: eventId,
    action: 'signature.decline',
    ...about(row),
    facts: { n: row.n, position: step.position },
  })
  await take(tx, step, {
    state: 'declined',
    event_id: eventId,
    sealed_reason: seal.seal('signature_steps.sealed_reason', step.id, reason),
  })
}

/** The time is the event's, which the database looks up; what stands here until then is not kept. */
const take = async (
  tx: Tx,
  step: StepRow,
  columns: { state: 'signed' | 'declined'; event_id: string; sealed_mark?: Buffer; sealed_reason?: Buffer },
): Promise<void> => {
  await saidPlainly(
    tx.db
      .updateTable('signature_steps')
      .set(columns)
      .where('org_id', '=', tx.context.orgId)
      .where('id', '=', step.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
      .then((done) => {
        if (!done.numUpdatedRows) throw alreadySigned()
      }),
  )
}
