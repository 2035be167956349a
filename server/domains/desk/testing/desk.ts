import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'

/** A text that the detector suspects; synthetic. */
export const SUSPECT = 'Her number is 536-22-8145, born 03/14/1961'

/** A server with a desk at work, and short words for what tests do there. */
export async function startDesk() {
  const s = await startTestServer()
  const tech = await s.world.person('technician')
  const call = (
    who: Person,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => s.call(who.token, method, path, body, headers)
  const desk = {
    s,
    tech,
    call,
    read: async (id: string, who = tech) => (await call(who, 'GET', `/tickets/${id}`)).body,
    async open(body: object = {}, who = tech): Promise<string> {
      const made = await call(who, 'POST', '/tickets', { subject: 'Printer jams', ...body })
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body.id
    },
    say: (id: string, body: string, more: object = {}, who = tech) =>
      call(who, 'POST', `/tickets/${id}/messages`, { kind: 'internal', body, ...more }),
    /** With the version as it is now, unless told otherwise. */
    async patch(id: string, body: object, who = tech, version?: number) {
      const v = version ?? (await desk.versionOf(id))
      return call(who, 'PATCH', `/tickets/${id}`, body, { 'if-match': `"${v}"` })
    },
    async versionOf(id: string): Promise<number> {
      return (await s.owner.query('select version from tickets where id = $1', [id])).rows[0].version
    },
    async row(id: string) {
      return (await s.owner.query('select * from tickets where id = $1', [id])).rows[0]
    },
    async events(action: string, id?: string) {
      const { rows } = await s.owner.query(
        'select leaf from audit_events where action = $1 and ($2::uuid is null or object_id = $2) order by id',
        [action, id ?? null],
      )
      return rows.map((r) => JSON.parse(r.leaf).event)
    },
    async client(family = 'Winterbourne', who?: Person): Promise<string> {
      const clinician = who ?? (await s.world.person('clinician'))
      const made = await call(clinician, 'POST', '/clients', {
        kind: 'person',
        groupId: s.world.groupId,
        contact: { names: [{ given: ['Ada'], family }] },
      })
      return made.body.id
    },
  }
  return desk
}
export type Desk = Awaited<ReturnType<typeof startDesk>>
export type { Person, TestServer }
