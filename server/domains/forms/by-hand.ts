import type { Answers, Definition } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openSubject } from '../../platform/keys/subjects.ts'
import { submitResponse } from './fill.ts'
import { askedVersion, createForm, findForm, publishForm } from './forms.ts'
import { beginResponse, definitionOf, findResponse } from './records.ts'
import { FormSeal } from './seal.ts'

// The same steps as by the routes, for what sets an organization up.

/** Makes a form and publishes it, there for everybody to fill in. Answers its id. */
export async function makeForm(keys: OrgKeys, tx: Tx, definition: Definition): Promise<string> {
  const id = await createForm(keys, tx, {
    ...{ definition, everywhere: true, facilityIds: [], atWill: true, toldTeamId: null },
  })
  await publishForm(await FormSeal.of(keys, tx), tx, await findForm(tx, id))
  return id
}

/** Hands a form in for a client. */
export async function answerForm(
  keys: OrgKeys,
  tx: Tx,
  formId: string,
  clientId: string,
  answers: Answers,
): Promise<void> {
  const seal = await FormSeal.of(keys, tx)
  const { n } = await askedVersion(seal, tx, formId)
  const id = await beginResponse(tx, { formId, n, clientId, state: 'draft', byStaff: true })
  const row = await findResponse(tx, id)
  const key = await openSubject(keys, tx, clientId)
  await submitResponse(tx, row, { key, definition: definitionOf(seal, row) }, answers, row.version)
}

/** Sends a form, in its first version, to these portal people of a client. */
export const askForm = (tx: Tx, formId: string, clientId: string, people: string[]): Promise<string> =>
  beginResponse(tx, { formId, n: 1, clientId, state: 'asked', byStaff: false, people })
