import type { z } from 'zod'
import { type Answer, type Answers, type Definition, PREFILL_RULES } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, forbidden, invalid } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import { changeRecord, type RecordClass, RecordClasses } from '../clients/index.ts'
import type { Proposal } from './api.ts'
import { visibleAnswers } from './present.ts'
import { differs, recordSays, recordWith } from './record.ts'
import { answersOf, definitionOf, type ResponseRow } from './records.ts'
import { FormSeal } from './seal.ts'
import { type StaffClient, staffClient } from './staff-client.ts'

type ProposalAnswer = z.input<typeof Proposal>

function hinderedBy(p: Principal, client: StaffClient, cls: RecordClass): string | null {
  if (!client.writable) return 'The walls open this client for reading only.'
  if (!p.permissions.has('clients:write')) return 'This needs the permission clients:write.'
  if (p.fieldClasses[cls] !== 'write') return `Your roles may not change the class ${cls}.`
  return null
}

/** What was answered otherwise than the record says, and nobody has decided about. */
export function proposalsOf(
  p: Principal,
  row: ResponseRow,
  client: StaffClient,
  definition: Definition,
  answers: Answers,
): ProposalAnswer[] {
  const out: ProposalAnswer[] = []
  for (const field of definition.fields) {
    if (!field.prefill || row.decided.includes(field.id) || !Object.hasOwn(answers, field.id)) continue
    const cls = PREFILL_RULES[field.prefill].class as RecordClass
    // What is shown masked is not compared.
    if (!p.fieldClasses[cls] || (cls === 'identifier' && !p.permissions.has('identifiers:reveal'))) continue
    const before = recordSays(client.record, field.prefill)
    const after = answers[field.id]!
    if (!differs(before, after)) continue
    out.push({
      field: field.id,
      prefill: field.prefill,
      class: cls,
      before: (before ?? null) as ProposalAnswer['before'],
      after: after as ProposalAnswer['after'],
      hindered: hinderedBy(p, client, cls),
    })
  }
  return out
}

const DECIDED = {
  name: 'form-response-decide',
  text: `update form_responses set decided = (select coalesce(array_agg(distinct x), '{}') from unnest(decided || $3::text[]) x),
      version = version + 1 where org_id = $1 and id = $2`,
}

/**
 * Takes answers over into the record, in the version of the client that whoever decides has seen, and leaves others. Each
 * field is decided once.
 */
export async function takeOver(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  row: ResponseRow,
  decision: { take: string[]; leave: string[] },
  clientVersion: number,
): Promise<void> {
  const { principal: p } = ctx
  if (row.state !== 'submitted') throw conflict('not-submitted', 'This form was not handed in yet')
  const client = await staffClient(services.keys, tx, p, row.client_id)
  const definition = definitionOf(await FormSeal.of(services.keys, tx), row)
  const answers = answersOf(client.key, tx.context.orgId, row, visibleAnswers(p))
  const proposals = proposalsOf(p, row, client, definition, answers)
  const known = new Map(proposals.map((x) => [x.field, x]))
  for (const [name, fields] of Object.entries(decision))
    if (fields.some((f) => !known.has(f)))
      throw invalid([
        { field: name, message: 'must name answers that differ from the record and are not decided' },
      ])
  if (decision.take.some((f) => decision.leave.includes(f)))
    throw invalid([{ field: 'leave', message: 'must not name what is taken over' }])
  const taken = decision.take.map((f) => known.get(f)!)
  for (const { hindered } of taken) if (hindered) throw forbidden(hindered)
  if (taken.length) {
    const changed = changesOf(client.record, taken)
    await changeRecord(services, ctx, tx, row.client_id, clientVersion, changed)
  }
  await tx.run(DECIDED, [tx.context.orgId, row.id, [...decision.take, ...decision.leave]])
  await ctx.record(tx, {
    action: 'form-response.take-over',
    object: { type: 'form-response', id: row.id },
    objects: [row.client_id],
    classes: [...new Set(taken.map((t) => t.class))],
    changes: [...decision.take, ...decision.leave],
    facts: { taken: decision.take.length, left: decision.leave.length },
  })
}

/** The classes that change, each whole, and as the record takes them. */
function changesOf(before: Partial<RecordClasses>, taken: ProposalAnswer[]): Partial<RecordClasses> {
  let record = before
  const fields = new Map<RecordClass, string>()
  for (const { field, prefill, class: cls, after } of taken) {
    record = { ...record, ...recordWith(record, prefill, after as Answer) }
    fields.set(cls as RecordClass, field)
  }
  const out: Partial<Record<RecordClass, unknown>> = {}
  for (const [cls, field] of fields) {
    const parsed = RecordClasses.shape[cls].safeParse(record[cls])
    if (!parsed.success)
      throw invalid([{ field: `take.${field}`, message: 'is nothing that the record can hold' }])
    out[cls] = parsed.data
  }
  return out as Partial<RecordClasses>
}
