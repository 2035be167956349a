import type { AnswerClass, Answers, Definition } from '../../../forms/index.ts'
import { ANSWER_CLASSES } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type DataKey, openJson, type Place, type Sealed, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'

type DefinitionColumn = 'forms.sealed_draft' | 'form_versions.sealed_definition'

/** Seals and opens what forms ask, under the organization's key. */
export class FormSeal {
  readonly #orgId: string
  readonly #key: DataKey

  private constructor(orgId: string, key: DataKey) {
    this.#orgId = orgId
    this.#key = key
  }

  static async of(keys: OrgKeys, tx: Tx): Promise<FormSeal> {
    const { orgId } = tx.context
    return new FormSeal(orgId, await subjectDek(keys, tx, 'organization', orgId))
  }

  seal(where: DefinitionColumn, row: string, definition: Definition): Sealed {
    return sealJson(this.#key, this.#place(where, row), definition)
  }

  open(where: DefinitionColumn, row: string, sealed: Uint8Array): Definition {
    return openJson<Definition>(this.#key, this.#place(where, row), sealed)
  }

  #place(where: DefinitionColumn, row: string): Place {
    const [table, column] = where.split('.') as [string, string]
    return { orgId: this.#orgId, table, column, row }
  }
}

export type SealedAnswers = { [C in AnswerClass as `sealed_${C}`]: Buffer | null }

const place = (orgId: string, cls: AnswerClass, row: string): Place => ({
  orgId,
  table: 'form_responses',
  column: `sealed_${cls}`,
  row,
})

/** Answers as they are stored: one ciphertext a class, under the client's key. */
export function sealAnswers(
  key: DataKey,
  orgId: string,
  id: string,
  definition: Definition,
  answers: Answers,
): SealedAnswers {
  const out = {} as SealedAnswers
  for (const cls of ANSWER_CLASSES) {
    const ofClass = definition.fields
      .filter((f) => f.class === cls && Object.hasOwn(answers, f.id))
      .map((f) => [f.id, answers[f.id]])
    out[`sealed_${cls}`] = ofClass.length
      ? sealJson(key, place(orgId, cls, id), Object.fromEntries(ofClass))
      : null
  }
  return out
}

/** Opens the answers of these classes; the others stay ciphertext. */
export function openAnswers(
  key: DataKey,
  orgId: string,
  row: SealedAnswers & { id: string },
  classes: readonly AnswerClass[],
): Answers {
  const out: Answers = {}
  for (const cls of classes) {
    const sealed = row[`sealed_${cls}`]
    if (sealed) Object.assign(out, openJson<Answers>(key, place(orgId, cls, row.id), sealed))
  }
  return out
}
