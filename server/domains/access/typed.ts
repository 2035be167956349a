import type { Tx } from '../../platform/db/database.ts'
import { type OrgKeys, Shredded } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../platform/keys/sealed.ts'
import { openSubject, subjectDek } from '../../platform/keys/subjects.ts'

// What people type about an emergency access may name the patient. It is sealed under the client's own key, so that
// it goes when the client is destroyed; what is typed after that, under the organization's.

type Column = 'reason' | 'comment'
const AFTER = 'organization:'
const place = (orgId: string, column: Column, row: string): Place => ({
  orgId,
  table: 'break_glass',
  column,
  row,
})

/** Base64 for the text column. The transaction must reach the client's key, whatever the asker's walls. */
export async function sealTyped(
  keys: OrgKeys,
  tx: Tx,
  clientId: string,
  column: Column,
  row: string,
  text: string,
): Promise<string> {
  const { orgId } = tx.context
  try {
    const key = await openSubject(keys, tx, clientId)
    return sealJson(key, place(orgId, column, row), text).toString('base64')
  } catch (error) {
    if (!(error instanceof Shredded)) throw error
    const key = await subjectDek(keys, tx, 'organization', orgId)
    return AFTER + sealJson(key, place(orgId, column, row), text).toString('base64')
  }
}

/** Null when it was destroyed with the client. */
export async function openTyped(
  keys: OrgKeys,
  tx: Tx,
  clientId: string,
  column: Column,
  row: string,
  sealed: string,
): Promise<string | null> {
  const { orgId } = tx.context
  const after = sealed.startsWith(AFTER)
  try {
    const key = after
      ? await subjectDek(keys, tx, 'organization', orgId)
      : await openSubject(keys, tx, clientId)
    const bytes = Buffer.from(after ? sealed.slice(AFTER.length) : sealed, 'base64')
    return openJson<string>(key, place(orgId, column, row), bytes)
  } catch (error) {
    if (error instanceof Shredded) return null
    throw error
  }
}
