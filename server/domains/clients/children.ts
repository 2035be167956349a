import type { Tx } from '../../platform/db/database.ts'
import { forbidden, notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import type { FieldClass } from '../../platform/policy/field-classes.ts'
import { type ClientRowWithNames, readClient } from './records.ts'

export interface OpenedClient {
  row: ClientRowWithNames
  key: DataKey
}

/** The client that a contact, note or resource hangs on: behind the caller's wall, of a class the caller sees. */
export async function openParent(
  keys: OrgKeys,
  ctx: RequestContext,
  tx: Tx,
  clientId: string,
  cls: FieldClass,
  needs: 'read' | 'write',
): Promise<OpenedClient> {
  const access = ctx.principal.fieldClasses[cls]
  if (!access || (needs === 'write' && access !== 'write'))
    throw forbidden(`Your roles may not ${needs === 'write' ? 'change' : 'see'} the class ${cls}.`)
  const row = await readClient(tx, clientId)
  if (!row || row.shredded_at) throw notFound('The client')
  if (needs === 'write' && !row.writable) throw forbidden('The walls open this client for reading only.')
  return { row, key: await keys.openDek(tx.context.orgId, row.id, row) }
}
