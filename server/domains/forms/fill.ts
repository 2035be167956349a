import {
  ANSWER_CLASSES,
  type Answers,
  type Definition,
  draftFaults,
  type FieldFault,
  judgeAnswers,
  type SignatureAnswer,
} from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, invalid, stale } from '../../platform/http/problem.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import { isDrawing } from '../../platform/pdf/drawing.ts'
import { refuseFaults } from './faults.ts'
import { fileFaults } from './files.ts'
import type { ResponseRow } from './records.ts'
import { sealAnswers } from './seal.ts'

const SAVE = {
  name: 'form-response-save',
  text: `update form_responses set state = $4, sealed_contact = $5, sealed_demographic = $6, sealed_identifier = $7, sealed_clinical = $8,
      sealed_financial = $9, sealed_note = $10, saved_by = wk_user(), updated_at = now(), version = version + 1,
      submitted_by = case when $4 = 'submitted' then wk_user() end, submitted_at = case when $4 = 'submitted' then now() end
    where org_id = $1 and id = $2 and version = $3 and state in ('asked', 'draft') returning version`,
}

function refuseUnlessOpen(row: ResponseRow): void {
  if (row.state === 'submitted')
    throw conflict(
      'already-submitted',
      'This form was handed in already',
      'What was handed in stays as it was.',
    )
  if (row.state === 'withdrawn') throw conflict('taken-back', 'This form was taken back')
}

/** Keeps what was answered so far, if nobody else has meanwhile. Answers the new version. */
export async function saveDraft(
  tx: Tx,
  row: ResponseRow,
  opened: { key: DataKey; definition: Definition },
  answers: Answers,
  version: number,
): Promise<number> {
  refuseUnlessOpen(row)
  if (row.version !== version) throw stale()
  const { definition } = opened
  refuseFaults([
    ...draftFaults(definition, answers),
    ...(await fileFaults(tx, row.id, definition, answers, false)),
  ])
  return store(tx, row, opened, answers, 'draft')
}

/** Hands answers in: what is hidden is dropped, what is wrong or missing is refused by name. */
export async function submitResponse(
  tx: Tx,
  row: ResponseRow,
  opened: { key: DataKey; definition: Definition },
  given: Answers,
  version: number,
): Promise<number> {
  refuseUnlessOpen(row)
  if (row.version !== version) throw stale()
  const { definition } = opened
  const { answers, faults } = judgeAnswers(definition, given)
  refuseFaults([
    ...faults,
    ...drawingFaults(definition, answers),
    ...(await fileFaults(tx, row.id, definition, answers, true)),
  ])
  if (!Object.keys(answers).length)
    throw invalid([{ field: 'answers', message: 'must hold an answer: nothing was filled in' }])
  return store(tx, row, opened, answers, 'submitted')
}

/** Signatures that were drawn and are no pictures. */
const drawingFaults = (definition: Definition, answers: Answers): FieldFault[] =>
  definition.fields.flatMap(({ id, kind }) => {
    const mark = kind === 'signature' ? (answers[id] as SignatureAnswer | undefined) : undefined
    return mark?.kind === 'drawn' && !isDrawing(Buffer.from(mark.png, 'base64'))
      ? [{ field: id, code: 'bad-signature' as const }]
      : []
  })

async function store(
  tx: Tx,
  row: ResponseRow,
  { key, definition }: { key: DataKey; definition: Definition },
  answers: Answers,
  state: 'draft' | 'submitted',
): Promise<number> {
  const sealed = sealAnswers(key, tx.context.orgId, row.id, definition, answers)
  const [saved] = await tx.run<{ version: number }>(SAVE, [
    tx.context.orgId,
    row.id,
    row.version,
    state,
    ...ANSWER_CLASSES.map((cls) => sealed[`sealed_${cls}`]),
  ])
  if (!saved) throw stale()
  return saved.version
}
