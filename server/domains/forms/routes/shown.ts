import type { Answers } from '../../../../forms/index.ts'
import { ANSWER_CLASSES } from '../../../../forms/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { RequestContext } from '../../../platform/http/route.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { classesOf } from '../forms.ts'
import { portalClient } from '../portal-record.ts'
import { presentResponse, type Shown, visibleAnswers } from '../present.ts'
import { prefilledBy } from '../record.ts'
import { findResponse, type ResponseRow } from '../records.ts'
import { FormSeal } from '../seal.ts'
import { staffClient } from '../staff-client.ts'
import { proposalsOf } from '../take-over.ts'

const isOpen = (row: ResponseRow) => row.state === 'asked' || row.state === 'draft'
const without = (all: Answers, answered: Answers): Answers =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !Object.hasOwn(answered, id)))

/** A response for a portal person who was asked, or began it, with what the record says already. */
export async function shownInPortal(keys: OrgKeys, tx: Tx, id: string): Promise<Shown> {
  const row = await findResponse(tx, id)
  const seal = await FormSeal.of(keys, tx)
  const client = await portalClient(keys, tx, row.client_id)
  const fillable = !row.by_staff && isOpen(row)
  const shown = await presentResponse(keys, tx, seal, row, client, {
    classes: ANSWER_CLASSES,
    reveals: true,
    fillable,
  })
  if (!fillable) return shown
  const prefilled = without(prefilledBy(shown.definition, client.record), shown.answers as Answers)
  return { ...shown, prefilled: prefilled as Shown['prefilled'] }
}

/** A response for staff, by the classes that they see, with what they may take over into the record. */
export async function shownToStaff(keys: OrgKeys, ctx: RequestContext, tx: Tx, id: string): Promise<Shown> {
  const p = ctx.principal
  const row = await findResponse(tx, id)
  const seal = await FormSeal.of(keys, tx)
  const client = await staffClient(keys, tx, p, row.client_id)
  const classes = visibleAnswers(p)
  const reveals = p.permissions.has('identifiers:reveal')
  const shown = await presentResponse(keys, tx, seal, row, client, { classes, reveals, fillable: false })
  const fillable =
    row.by_staff &&
    row.state === 'draft' &&
    row.writable &&
    p.permissions.has('forms:send') &&
    classesOf(shown.definition).every((c) => p.fieldClasses[c] === 'write')
  const record = reveals ? client.record : { ...client.record, identifier: undefined }
  const proposals =
    row.state === 'submitted' ? proposalsOf(p, row, client, shown.definition, shown.answers as Answers) : []
  return {
    ...shown,
    fillable,
    clientVersion: client.version,
    proposals,
    prefilled: fillable
      ? (without(prefilledBy(shown.definition, record), shown.answers as Answers) as Shown['prefilled'])
      : {},
  }
}

/** What an event about a response names: it stands in the client's history too. */
export const about = (r: { id: string; client: { id: string }; formId: string; n: number }) => ({
  object: { type: 'form-response', id: r.id },
  objects: [r.client.id],
  facts: { form: r.formId, n: r.n, client: r.client.id },
})
