import type { Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Owners } from './owners.ts'
import { lockFile } from './records.ts'
import { removeBlobs } from './remove.ts'
import { purgeFile } from './settle.ts'

/** Blobs of no file, and uploads that nobody went on with, are removed after a day. */
const FORGOTTEN_MS = 24 * 3600 * 1000

const ABANDONED = {
  name: 'files-abandoned',
  text: `select id from files where org_id = $1 and state = 'uploading' and created_at < $2 and (lease_until is null or lease_until < now()) limit 200`,
}
const STUCK = {
  name: 'files-stuck',
  text: `select id from files where org_id = $1 and state in ('waiting', 'reading') and completed_at < now() - interval '10 minutes'
    and (lease_until is null or lease_until < now()) limit 200`,
}
const UNREMOVED = {
  name: 'files-unremoved',
  text: `select distinct f.id from file_parts p join files f on f.org_id = p.org_id and f.id = p.file_id
    where p.org_id = $1 and f.state = 'purged' limit 200`,
}
const KNOWN = {
  name: 'file-blobs-known',
  text: 'select blob_id as id from file_parts where org_id = $1 and blob_id = any ($2::uuid[])',
}
const REVEALS = {
  name: 'file-reveals-over',
  text: 'delete from file_reveals where org_id = $1 and expires_at < now()',
}

/** Puts right what killed processes and stores that were away left behind. */
export async function sweepFiles(
  services: Services,
  owners: Owners,
  orgId: string,
  before = new Date(Date.now() - FORGOTTEN_MS),
): Promise<void> {
  const inContext = <T>(work: (tx: Tx) => Promise<T>) =>
    services.db.withContext({ orgId, userId: null }, work, 'worker')
  const ids = (statement: { name: string; text: string }, values: unknown[] = []) =>
    inContext(async (tx) => (await tx.run<{ id: string }>(statement, [orgId, ...values])).map((r) => r.id))

  for (const id of await ids(ABANDONED, [before]))
    await inContext(async (tx) => {
      const row = await lockFile(tx, id)
      if (row?.state === 'uploading' && !row.leased)
        await purgeFile(tx, services, owners, bySystem(services), row, undefined)
    })
  for (const fileId of await ids(STUCK))
    await inContext((tx) => addJob(tx, 'file.read', { fileId }, { key: `file.read:${fileId}` }))
  for (const id of await ids(UNREMOVED)) await removeBlobs(services, orgId, id)
  await inContext((tx) => tx.run(REVEALS, [orgId]))

  const { files } = services.blobs
  const old = await files.olderThan(orgId, before)
  for (let at = 0; at < old.length; at += 1000) {
    const some = old.slice(at, at + 1000)
    const known = new Set(await ids(KNOWN, [some]))
    for (const id of some) if (!known.has(id)) await files.remove(orgId, id)
  }
}
