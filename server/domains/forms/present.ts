import type { z } from 'zod'
import {
  ANSWER_CLASSES,
  type AnswerClass,
  type Answers,
  type Definition,
  isQuestion,
} from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { mask } from '../clients/index.ts'
import { openPersonWith } from '../identity/index.ts'
import type { ResponseAnswer, ResponseLine } from './api.ts'
import { answerFiles } from './files.ts'
import { answersOf, definitionOf, type ResponseRow } from './records.ts'
import type { FormSeal } from './seal.ts'

type Line = z.output<typeof ResponseLine>
export type Shown = z.input<typeof ResponseAnswer>

/** The classes of answers that somebody of the staff may read. */
export const visibleAnswers = (p: Principal): AnswerClass[] =>
  ANSWER_CLASSES.filter((c) => p.fieldClasses[c] && (c !== 'note' || p.permissions.has('notes:read')))

export const lineOf = (
  seal: FormSeal,
  row: ResponseRow,
  clientName: string,
): Line & { definition: Definition } => {
  const definition = definitionOf(seal, row)
  return {
    id: row.id,
    formId: row.form_id,
    title: definition.title as { en: string },
    n: row.n,
    client: { id: row.client_id, name: clientName },
    state: row.state,
    byStaff: row.by_staff,
    dueOn: row.due_on,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    version: row.version,
    definition,
  }
}

interface PersonRow extends WrappedDek {
  staff: string | null
  user_id: string
  sealed_person: Buffer | null
}
const PERSON = { name: 'form-response-person', text: 'select * from wk_response_person($1)' }

/** Who filled it. */
export async function filledBy(keys: OrgKeys, tx: Tx, responseId: string): Promise<string | null> {
  const { orgId } = tx.context
  const [row] = await tx.run<PersonRow>(PERSON, [responseId])
  if (!row) return null
  if (row.staff !== null) return row.staff
  if (!row.sealed_person || !row.wrapped) return null
  return openPersonWith(await keys.openDek(orgId, row.user_id, row), orgId, row.user_id, row.sealed_person)
    .name
}

/** An answer of the class identifier, for who may not see such numbers whole. */
const masked = (answers: Answers, definition: Definition): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === 'string' && definition.fields.find((f) => f.id === id)?.class === 'identifier'
        ? mask(answer)
        : answer,
    ]),
  )

export interface Reader {
  classes: readonly AnswerClass[]
  /** Sees identifiers whole. */
  reveals: boolean
  fillable: boolean
}

/** A response as its reader may see it. */
export async function presentResponse(
  keys: OrgKeys,
  tx: Tx,
  seal: FormSeal,
  row: ResponseRow,
  client: { key: DataKey; name: string },
  reader: Reader,
): Promise<Shown & { definition: Definition }> {
  const line = lineOf(seal, row, client.name)
  const { definition } = line
  const opened = answersOf(client.key, tx.context.orgId, row, reader.classes)
  return {
    ...line,
    definition: definition as Shown['definition'] & Definition,
    answers: (reader.reveals ? opened : masked(opened, definition)) as Shown['answers'],
    prefilled: {},
    closed: definition.fields
      .filter((f) => isQuestion(f) && f.class && !reader.classes.includes(f.class))
      .map((f) => f.id),
    files: await answerFiles(keys, tx, row.id, definition, opened),
    by: await filledBy(keys, tx, row.id),
    fillable: reader.fillable,
    proposals: [],
    clientVersion: null,
  }
}
