import type { AnswerClass, Definition } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import { type FormSeal, openAnswers, type SealedAnswers } from './seal.ts'

export interface ResponseRow extends SealedAnswers {
  id: string
  form_id: string
  n: number
  version_id: string
  sealed_definition: Buffer
  client_id: string
  group_id: string
  state: 'asked' | 'draft' | 'submitted' | 'withdrawn'
  by_staff: boolean
  due_on: string | null
  decided: string[]
  created_at: Date
  updated_at: Date
  submitted_at: Date | null
  version: number
  writable: boolean
}

const FROM = `select r.*, v.id as version_id, v.sealed_definition, r.group_id = any (wk_groups('write')) as writable
  from form_responses r join form_versions v on v.org_id = r.org_id and v.form_id = r.form_id and v.n = r.n where r.org_id = $1`
const ONE = { name: 'form-response', text: `${FROM} and r.id = $2` }
const LIST = {
  name: 'form-responses',
  text: `${FROM} and ($2::uuid is null or r.client_id = $2) and ($3::uuid is null or r.form_id = $3)
    and ($4::text[] is null or r.state = any ($4)) and ($5::uuid is null or r.id < $5) order by r.id desc limit $6`,
}
export interface ResponseFilter {
  clientId?: string | undefined
  formId?: string | undefined
  states?: readonly string[] | undefined
}

/** Responses behind the walls of whoever asks, those begun last first. */
export const listResponses = (tx: Tx, filter: ResponseFilter, cursor: string | undefined, limit: number) =>
  tx.run<ResponseRow>(LIST, [
    tx.context.orgId,
    filter.clientId ?? null,
    filter.formId ?? null,
    filter.states ?? null,
    cursor ?? null,
    limit,
  ])

export async function findResponse(tx: Tx, id: string): Promise<ResponseRow> {
  const [row] = await tx.run<ResponseRow>(ONE, [tx.context.orgId, id])
  if (!row) throw notFound('The form')
  return row
}

export const definitionOf = (seal: FormSeal, row: ResponseRow): Definition =>
  seal.open('form_versions.sealed_definition', row.version_id, row.sealed_definition)

/** The answers of these classes. */
export const answersOf = (key: DataKey, orgId: string, row: ResponseRow, classes: readonly AnswerClass[]) =>
  openAnswers(key, orgId, row, classes)

export interface NewResponse {
  formId: string
  n: number
  clientId: string
  state: 'asked' | 'draft'
  byStaff: boolean
  dueOn?: string | undefined
  people?: readonly string[] | undefined
}

/** Asks a form of a client, or begins one. The walls decide whose; answers its id. */
export async function beginResponse(tx: Tx, input: NewResponse): Promise<string> {
  const { orgId, userId } = tx.context
  const id = uuidv7()
  await tx.db
    .insertInto('form_responses')
    .values({
      org_id: orgId,
      id,
      form_id: input.formId,
      n: input.n,
      client_id: input.clientId,
      // The database takes the client's own.
      group_id: orgId,
      state: input.state,
      by_staff: input.byStaff,
      due_on: input.dueOn ?? null,
      created_by: userId!,
    })
    .execute()
  if (input.people?.length)
    await tx.db
      .insertInto('form_response_people')
      .values(input.people.map((user_id) => ({ org_id: orgId, response_id: id, user_id })))
      .execute()
  return id
}
