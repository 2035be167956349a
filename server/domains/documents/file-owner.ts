import { forbidden } from '../../platform/http/problem.ts'
import type { FileOwner } from '../files/index.ts'
import { publishFromPortal } from './portal.ts'
import { readDocument } from './records.ts'
import { forgetUnfinished, numberVersion, tellWhenAside } from './versions.ts'
import { indexText, WORD_FIELD } from './words.ts'

const PLACE = {
  name: 'document-file-place',
  text: 'select group_id, client_id from documents where org_id = $1 and id = $2 and purged_at is null',
}
interface Place {
  group_id: string | null
  client_id: string | null
}
const placeOf = (row: Place) => ({
  groupId: row.group_id,
  clientId: row.client_id,
  atHome: row.client_id !== null,
})

/** The bytes of a document's versions: they are seen by whoever sees the version. */
export const documentFiles: FileOwner = {
  type: 'document',
  classes: [],
  // Every version is kept.
  mostFiles: 10_000,
  async open(tx, principal, id, access) {
    const needed = access === 'write' ? 'documents:write' : 'documents:read'
    if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
    return placeOf(await readDocument(tx, principal, id, access))
  },
  async find(tx, id) {
    const [row] = await tx.run<Place>(PLACE, [tx.context.orgId, id])
    return row && placeOf(row)
  },
  wordField: WORD_FIELD,
  keepWords: (tx, { keys }, file, words) => indexText(keys, tx, file, words),
  async afterState(tx, _services, by, file, state) {
    if (state === 'waiting') await numberVersion(tx, by, file)
    if (state === 'clean' || state === 'suspected') await publishFromPortal(tx, by, file)
    // The sweep gave up an upload that nobody went on with.
    if (state === 'purged' && by.userId === null) await forgetUnfinished(tx, by, file)
  },
  async afterUpload(tx, _services, file) {
    await tellWhenAside(tx, file)
  },
}
