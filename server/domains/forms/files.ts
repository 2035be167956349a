import type { Answers, Definition, FieldFault } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, forbidden } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import {
  type AttachedFile,
  type FileOwner,
  type FileState,
  filesOf,
  presentAttached,
} from '../files/index.ts'
import { findResponse, type ResponseRow } from './records.ts'

const PLACE = {
  name: 'form-response-place',
  text: 'select group_id, client_id from form_responses where org_id = $1 and id = $2',
}
interface Place {
  group_id: string
  client_id: string
}

/** Files that answer a question. They lie in the client's record: health information is at home there. */
export const responseFiles: FileOwner = {
  type: 'form-response',
  classes: ['clinical'],
  mostFiles: 100,
  async open(tx, principal, id, access) {
    const row = await findResponse(tx, id)
    if (principal.kind === 'portal') {
      if (access === 'write' && !mayFill(row))
        throw conflict('already-submitted', 'This form was handed in already')
    } else {
      const needed = access === 'write' ? 'forms:send' : 'forms:read'
      if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
      const held = principal.fieldClasses.clinical
      if (!held || (access === 'write' && held !== 'write'))
        throw forbidden(`Your roles may not ${access === 'write' ? 'change' : 'see'} the class clinical.`)
      if (access === 'write' && !row.writable) throw forbidden('The walls open this client for reading only.')
      if (access === 'write' && !(row.by_staff && row.state === 'draft'))
        throw conflict('already-submitted', 'Files are put on a form while it is filled')
    }
    return { groupId: row.group_id, clientId: row.client_id, atHome: true }
  },
  async find(tx, id) {
    const [row] = await tx.run<Place>(PLACE, [tx.context.orgId, id])
    return row && { groupId: row.group_id, clientId: row.client_id, atHome: true }
  },
}

const mayFill = (row: ResponseRow) => !row.by_staff && (row.state === 'asked' || row.state === 'draft')

const named = (definition: Definition, answers: Answers): [string, string[]][] =>
  definition.fields
    .filter((f) => f.kind === 'file' && Array.isArray(answers[f.id]))
    .map((f) => [f.id, answers[f.id] as string[]])

const GONE: readonly FileState[] = ['moved', 'purged']

/** Answers that name files which are not there, or, when it is handed in, are not whole or hold malware. */
export async function fileFaults(
  tx: Tx,
  responseId: string,
  definition: Definition,
  answers: Answers,
  whole: boolean,
): Promise<FieldFault[]> {
  const wanted = named(definition, answers)
  if (!wanted.length) return []
  const rows = await filesOf(tx, { type: 'form-response', id: responseId })
  const bad: readonly FileState[] = whole ? [...GONE, 'uploading', 'infected'] : GONE
  const good = new Set(rows.filter((r) => !bad.includes(r.state)).map((r) => r.id))
  return wanted
    .filter(([, ids]) => ids.some((id) => !good.has(id)))
    .map(([field]) => ({ field, code: 'no-file' }))
}

/** The files that these answers name. */
export async function answerFiles(
  keys: OrgKeys,
  tx: Tx,
  responseId: string,
  definition: Definition,
  answers: Answers,
): Promise<AttachedFile[]> {
  const wanted = new Set(named(definition, answers).flatMap(([, ids]) => ids))
  if (!wanted.size) return []
  const out = []
  for (const row of await filesOf(tx, { type: 'form-response', id: responseId })) {
    if (!wanted.has(row.id)) continue
    out.push(await presentAttached(keys, tx, row))
  }
  return out
}
