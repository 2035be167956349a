import { request } from 'node:https'
import type { Readable } from 'node:stream'
import { type Answer, startTestServer, type TestServer } from '../../../testing/harness.ts'
import { runJobs } from '../../../testing/jobs.ts'
import type { Person } from '../../../testing/world.ts'

/** A text that the detector suspects; synthetic. */
export const PHI = 'Patient Wanda Quellenbrunn, SSN 536-22-8145, born 07/29/1931'
export const HARMLESS = 'The printer on the second floor is out of toner.'

/** A server with a client and a ticket, and short words for what tests do with files. */
export async function startFiles() {
  const s = await startTestServer()
  const clinician = await s.world.person('clinician')
  const tech = await s.world.person('technician')
  const officer = await s.world.custom(
    [
      'files:read',
      'files:reveal',
      'files:clear',
      'files:purge',
      'files:move',
      'tickets:read',
      'clients:read',
      'clients:write',
    ],
    { contact: 'read', clinical: 'write' },
  )
  const clientId: string = (
    await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Wanda'], family: 'Quellenbrunn' }] },
    })
  ).body.id
  const desk = {
    s,
    clinician,
    tech,
    officer,
    clientId,
    async ticket(): Promise<string> {
      const made = await s.call(tech.token, 'POST', '/tickets', { subject: 'Printer jams' })
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body.id
    },
    create: (who: Person, owner: { ownerType: string; ownerId: string }, name: string, size: number) =>
      s.call(who.token, 'POST', '/files', { ...owner, name, size }),
    put: (who: Person, id: string, offset: number | string, bytes: Buffer | string) =>
      s.call(who.token, 'PUT', `/files/${id}/content`, Buffer.from(bytes as string), {
        'upload-offset': String(offset),
        'content-type': 'application/octet-stream',
      }),
    get: (who: Person, id: string): Promise<Answer> => s.call(who.token, 'GET', `/files/${id}`),
    download: (who: Person, id: string, headers: Record<string, string> = {}, query = '') =>
      s.app.inject({
        url: `/api/v1/files/${id}/content${query}`,
        headers: { authorization: `Bearer ${who.token}`, ...headers },
      }),
    act: (who: Person, id: string, what: string, body: object = {}) =>
      s.call(who.token, 'POST', `/files/${id}/${what}`, { reason: 'for a test', ...body }),
    async upload(
      owner: { ownerType: string; ownerId: string },
      name: string,
      content: Buffer | string,
      who = tech,
    ) {
      const bytes = Buffer.from(content as string)
      const made = await desk.create(who, owner, name, bytes.length)
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      const put = await desk.put(who, made.body.id, 0, bytes)
      if (put.status !== 200) throw new Error(JSON.stringify(put.body))
      return made.body.id as string
    },
    /** Uploaded and read. */
    async settled(
      owner: { ownerType: string; ownerId: string },
      name: string,
      content: Buffer | string,
      who = tech,
    ) {
      const id = await desk.upload(owner, name, content, who)
      await runJobs(s)
      return id
    },
    jobs: () => runJobs(s),
    /** Jobs that were put off are due now. */
    async hurry() {
      await s.owner.query("update graphile_worker._private_jobs set run_at = now() - interval '1 second'")
      await runJobs(s)
    },
    async row(id: string) {
      return (await s.owner.query('select * from files where id = $1', [id])).rows[0]
    },
    async events(action: string, fileId: string) {
      const { rows } = await s.owner.query(
        'select leaf from audit_events where action = $1 and $2 = any (object_ids) order by id',
        [action, fileId],
      )
      return rows.map((r) => JSON.parse(r.leaf).event)
    },
  }
  return desk
}
export type Files = Awaited<ReturnType<typeof startFiles>>

export interface Sending {
  done: Promise<{ status: number; body: string }>
  /** Breaks the connection. */
  cut(): void
}

/** An upload over a real connection, with bytes as they come. */
export function send(
  at: { url: string; ca: string },
  who: Person,
  id: string,
  offset: number,
  bytes: Readable,
  length?: number,
): Sending {
  const req = request(`${at.url}/api/v1/files/${id}/content`, {
    method: 'PUT',
    rejectUnauthorized: false,
    headers: {
      authorization: `Bearer ${who.token}`,
      'upload-offset': String(offset),
      'content-type': 'application/octet-stream',
      ...(length !== undefined && { 'content-length': length }),
    },
  })
  const done = new Promise<{ status: number; body: string }>((resolve, reject) => {
    req.on('error', reject)
    req.on('response', async (res) => {
      let body = ''
      for await (const chunk of res) body += chunk
      resolve({ status: res.statusCode!, body })
    })
  })
  done.catch(() => {})
  bytes.on('error', () => req.destroy())
  bytes.pipe(req)
  return { done, cut: () => req.destroy() }
}

export type { Person, TestServer }
