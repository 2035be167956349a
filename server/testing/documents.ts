import { addJob } from '../platform/jobs/index.ts'
import { type Answer, startTestServer, type TestServer } from './harness.ts'
import { runJobs } from './jobs.ts'
import type { Person } from './world.ts'

/** A text that the detector suspects; synthetic. */
export const PHI = 'Patient Wanda Quellenbrunn, SSN 536-22-8145, born 07/29/1931'
export const HARMLESS = 'Wash your hands before and after each visit.'

const WRITER = [
  'documents:read',
  'documents:write',
  'documents:publish',
  'documents:share',
  'documents:manage',
  'documents:destroy',
  'files:read',
  'files:reveal',
  'files:clear',
  'files:purge',
  'clients:read',
  'clients:write',
  'clients:create',
  'clients:shred',
]

/** A server with a client, a shared folder and the client's own, and short words for what tests do with documents. */
export async function startOffice() {
  const s = await startTestServer()
  const classes = { contact: 'write', clinical: 'write', demographic: 'write' } as const
  const writer = await s.world.custom(WRITER, classes)
  const reader = await s.world.custom(['documents:read', 'clients:read'], {
    contact: 'read',
    clinical: 'read',
  })
  const outsider = await s.world.custom(WRITER, classes, 'outside')
  const call = (who: Person, method: string, path: string, body?: unknown, headers = {}) =>
    s.call(who.token, method, path, body, headers)
  const good = async (answer: Promise<Answer>) => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const clientId: string = (
    await good(
      call(writer, 'POST', '/clients', {
        kind: 'person',
        groupId: s.world.groupId,
        contact: { names: [{ given: ['Wanda'], family: 'Quellenbrunn' }] },
      }),
    )
  ).id
  const folder = (body: object, who = writer) => good(call(who, 'POST', '/folders', body))
  const shared: string = (await folder({ name: 'Policies' })).id
  const own: string = (await folder({ name: 'Exchange', clientId })).id
  const office = {
    s,
    writer,
    reader,
    outsider,
    clientId,
    shared,
    own,
    call,
    good,
    folder,
    put: (who: Person, documentId: string, uploadId: string, offset: number, bytes: Buffer | string) =>
      s.call(who.token, 'PUT', `/documents/${documentId}/uploads/${uploadId}`, Buffer.from(bytes as string), {
        'upload-offset': String(offset),
        'content-type': 'application/octet-stream',
      }),
    /** A document with a first version, read. */
    async add(folderId: string, name: string, content: Buffer | string, more: object = {}, who = writer) {
      const size = Buffer.byteLength(content)
      const made = await good(call(who, 'POST', `/folders/${folderId}/documents`, { name, size, ...more }))
      const put = await office.put(who, made.id, made.uploadId, 0, content)
      if (put.status !== 200) throw new Error(JSON.stringify(put.body))
      await runJobs(s)
      return made.id as string
    },
    /** The answer to the upload of another version, read. */
    async addVersion(id: string, basedOn: number, content: Buffer | string, more: object = {}, who = writer) {
      const size = Buffer.byteLength(content)
      const made = await good(
        call(who, 'POST', `/documents/${id}/versions`, { name: 'next.txt', size, basedOn, ...more }),
      )
      const put = await office.put(who, id, made.id, 0, content)
      await runJobs(s)
      return put
    },
    get: (id: string, who = writer) => call(who, 'GET', `/documents/${id}`),
    /** One step, in the version that is there now. */
    async step(id: string, what: string, body: object = {}, who = writer) {
      const etag = String((await office.get(id)).headers.etag)
      return call(who, 'POST', `/documents/${id}/${what}`, body, { 'if-match': etag })
    },
    async patch(id: string, body: object, who = writer) {
      const etag = String((await office.get(id)).headers.etag)
      return call(who, 'PATCH', `/documents/${id}`, body, { 'if-match': etag })
    },
    names: async (folderId: string, who = writer, query = '') =>
      (await good(call(who, 'GET', `/folders/${folderId}/documents${query}`))).items.map(
        (d: { name: string }) => d.name,
      ),
    versions: async (id: string, who = writer) =>
      (await good(call(who, 'GET', `/documents/${id}/versions`))).items,
    download: (id: string, n: number, who = writer, headers: Record<string, string> = {}) =>
      s.app.inject({
        url: `/api/v1/documents/${id}/versions/${n}/content`,
        headers: { authorization: `Bearer ${who.token}`, ...headers },
      }),
    jobs: () => runJobs(s),
    async sweep() {
      await s.services.db.withContext(
        { orgId: s.world.orgId, userId: null },
        (tx) => addJob(tx, 'file.sweep', {}),
        'worker',
      )
      await runJobs(s)
    },
    async events(action: string, id: string) {
      const { rows } = await s.owner.query(
        'select leaf from audit_events where action = $1 and object_id = $2 order by id',
        [action, id],
      )
      return rows.map((r) => JSON.parse(r.leaf).event)
    },
  }
  return office
}
export type Office = Awaited<ReturnType<typeof startOffice>>
export type { Person, TestServer }
