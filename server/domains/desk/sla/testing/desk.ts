import { startTestServer, type TestServer } from '../../../../testing/harness.ts'
import { runJobs } from '../../../../testing/jobs.ts'
import type { Person } from '../../../../testing/world.ts'
import { recomputeSla } from '../recompute.ts'

export interface TestDesk {
  s: TestServer
  tech: Person
  outside: Person
  admin: Person
  /** Opens a ticket and answers its id. */
  open(body?: object): Promise<string>
  /** Lets all that happened to a ticket have happened so many minutes earlier: the clock moves, nobody sleeps. */
  age(id: string, minutes: number): Promise<void>
  /** The stored clocks. */
  // biome-ignore lint/suspicious/noExplicitAny: columns as they are
  clocks(id: string): Promise<any>
  /** A calendar around the clock and the only active policy, by it. */
  policy(body?: object): Promise<string>
  /** Works off due jobs. */
  jobs(): Promise<void>
  /** When an alarm of a ticket is set for, in ms. */
  alarm(id: string, clock: string): Promise<number | null>
  notified(id: string): Promise<string[]>
  events(action: string, id: string): Promise<Record<string, unknown>[]>
}

export const TARGET = {
  priority: 3,
  responseMinutes: 60,
  resolutionMinutes: 120,
  aroundTheClock: true,
}

export async function testDesk(): Promise<TestDesk> {
  const s = await startTestServer()
  const tech = await s.world.person('technician')
  const admin = await s.world.person('administrator', 'nowhere')
  const outside = await s.world.person('technician', 'outside')
  const { rows } = await s.owner.query('select id from sla_calendars')
  const calendarId: string = rows[0].id
  const ok = async (answer: { status: number; body: unknown }, status: number) => {
    if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  }
  return {
    s,
    tech,
    admin,
    outside,
    async open(body = {}) {
      const made = await s.call(tech.token, 'POST', '/tickets', { subject: 'Printer jams', ...body })
      await ok(made, 201)
      return made.body.id
    },
    async age(id, minutes) {
      const by = `make_interval(mins => ${minutes})`
      await s.owner.query(
        `update tickets set created_at = created_at - ${by}, first_response_at = first_response_at - ${by}, merged_at = merged_at - ${by} where id = $1`,
        [id],
      )
      await s.owner.query(
        `update ticket_status_spans set from_at = from_at - ${by}, to_at = to_at - ${by} where ticket_id = $1`,
        [id],
      )
      const context = { orgId: s.world.orgId, userId: null }
      await s.services.db.withContext(context, (tx) => recomputeSla(tx, id), 'worker')
    },
    clocks: async (id) =>
      (await s.owner.query('select * from ticket_slas where ticket_id = $1', [id])).rows[0],
    async policy(body = {}) {
      await s.owner.query('update sla_policies set active = false')
      const made = await s.call(admin.token, 'POST', '/sla/policies', {
        name: `Level ${Math.random().toString(36).slice(2)}`,
        calendarId,
        targets: [TARGET],
        ...body,
      })
      await ok(made, 201)
      await runJobs(s)
      return made.body.id
    },
    jobs: () => runJobs(s),
    async alarm(id, clock) {
      const found = await s.owner.query('select run_at from graphile_worker.jobs where key = $1', [
        `${s.world.orgId}:sla.alarm:${id}:${clock}`,
      ])
      return found.rows[0]?.run_at.getTime() ?? null
    },
    async notified(id) {
      const found = await s.owner.query(
        "select user_id from notifications where ticket_id = $1 and kind = 'sla' order by created_at",
        [id],
      )
      return found.rows.map((r) => r.user_id)
    },
    async events(action, id) {
      const found = await s.owner.query(
        'select leaf from audit_events where action = $1 and object_id = $2 order by at',
        [action, id],
      )
      return found.rows.map((r) => JSON.parse(r.leaf).event ?? JSON.parse(r.leaf))
    },
  }
}
