import { forbidden, notFound } from '../../platform/http/problem.ts'
import { readClient } from '../clients/index.ts'
import type { FileOwner } from './owners.ts'

/** A client's files are clinical: who may not see that class sees none of them. */
export const clientOwner: FileOwner = {
  type: 'client',
  classes: ['clinical'],
  async open(tx, principal, id, access) {
    const needed = access === 'write' ? 'clients:write' : 'clients:read'
    if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
    const held = principal.fieldClasses.clinical
    if (!held || (access === 'write' && held !== 'write'))
      throw forbidden(`Your roles may not ${access === 'write' ? 'change' : 'see'} the class clinical.`)
    const row = await readClient(tx, id)
    if (!row || row.shredded_at) throw notFound('The client')
    if (access === 'write' && !row.writable) throw forbidden('The walls open this client for reading only.')
    return { groupId: row.group_id, clientId: row.id }
  },
  async find(tx, id) {
    const row = await readClient(tx, id)
    return row && !row.shredded_at ? { groupId: row.group_id, clientId: row.id } : undefined
  },
}
