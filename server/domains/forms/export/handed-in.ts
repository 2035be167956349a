import type { AnswerClass, Answers, Definition } from '../../../../forms/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { forbidden } from '../../../platform/http/problem.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import type { Principal } from '../../../platform/policy/principal.ts'
import { displayName, openClasses, readClients } from '../../clients/index.ts'
import { visibleAnswers } from '../present.ts'
import { answersOf, definitionOf, listResponses, type ResponseFilter, type ResponseRow } from '../records.ts'
import { FormSeal } from '../seal.ts'

export interface HandedIn {
  row: ResponseRow
  client: string
  definition: Definition
  answers: Answers
}

/** The classes of answers that leave: those that the roles show; identifiers only for who may see them unmasked. */
export function disclosable(p: Principal): AnswerClass[] {
  const classes = visibleAnswers(p).filter(
    (c) => c !== 'identifier' || p.permissions.has('identifiers:reveal'),
  )
  if (!classes.includes('contact'))
    throw forbidden('Your roles do not show names, so there is nothing to give out.')
  return classes
}

/** A page of what was handed in, opened as far as these classes; those of destroyed clients are gone. */
export async function handedIn(
  keys: OrgKeys,
  tx: Tx,
  filter: ResponseFilter,
  classes: readonly AnswerClass[],
  cursor: string | undefined,
  limit: number,
): Promise<{ items: HandedIn[]; next: string | undefined }> {
  const { orgId } = tx.context
  const rows = await listResponses(tx, { ...filter, states: ['submitted'] }, cursor, limit)
  const seal = await FormSeal.of(keys, tx)
  const clients = new Map(
    (await readClients(tx, [...new Set(rows.map((r) => r.client_id))])).map((c) => [c.id, c]),
  )
  const items = []
  for (const row of rows) {
    const client = clients.get(row.client_id)
    if (!client) continue
    const key = await keys.openDek(orgId, client.id, client)
    items.push({
      row,
      client: displayName(openClasses(key, orgId, client, ['contact']).contact),
      definition: definitionOf(seal, row),
      answers: answersOf(key, orgId, row, classes),
    })
  }
  return { items, next: rows.length === limit ? rows.at(-1)!.id : undefined }
}
