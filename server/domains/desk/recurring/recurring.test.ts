import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addJob } from '../../../platform/jobs/index.ts'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, type Person, startDesk } from '../testing/desk.ts'
import { openDue } from './open.ts'

let d: Desk
let lead: Person
let templateId: string
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(
    ['tickets:read', 'tickets:create', 'tickets:write', 'desk:settings', 'clients:read'],
    { contact: 'read' },
  )
  const template = await d.call(lead, 'POST', '/ticket-templates', {
    name: 'Look at the backups',
    subject: 'Backups of the week',
    body: 'Restore one file.',
    tags: ['backup'],
    urgency: 2,
  })
  templateId = template.body.id
})
afterAll(() => d.s.stop())

const TIMES = {
  every: 1,
  unit: 'week',
  weekdays: ['mon'],
  starts: '2026-01-01',
  time: '08:00',
  timeZone: 'America/New_York',
}
const make = (part: object = {}, who = lead) =>
  d.call(who, 'POST', '/ticket-schedules', { name: 'Weekly backups', templateId, times: TIMES, ...part })
async function schedule(part: object = {}): Promise<string> {
  const made = await make(part)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.id
}
const run = () => openDue(d.s.services, { orgId: d.s.world.orgId, payload: {} } as never)
/** As if the time had come; `weeks` ago. */
const isDue = (id: string, weeks = 0) =>
  d.s.owner.query(
    'update ticket_schedules set next_at = now() - make_interval(weeks => $2, secs => 1) where id = $1',
    [id, weeks],
  )
const of = async (id: string) =>
  (await d.call(lead, 'GET', '/ticket-schedules')).body.items.find((s: { id: string }) => s.id === id)
/** The tickets that a schedule opened. */
async function tickets(id: string): Promise<string[]> {
  const events = await d.events('ticket.create')
  return events.filter((e) => e.facts.schedule === id).map((e) => e.object.id)
}

describe('recurring tickets', () => {
  it('are made, changed in the version that was read, paused and removed by who edits the desk, each in the log', async () => {
    const made = await make()
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body
    expect(made.body).toMatchObject({
      name: 'Weekly backups',
      clientId: null,
      paused: false,
      lastAt: null,
      version: 1,
    })
    expect(Date.parse(made.body.nextAt)).toBeGreaterThan(Date.now())
    const put = (part: object, version: number) =>
      d.call(
        lead,
        'PUT',
        `/ticket-schedules/${id}`,
        { name: 'B', templateId, times: TIMES, ...part },
        { 'if-match': `"${version}"` },
      )
    expect((await put({ paused: true }, 1)).body).toMatchObject({ paused: true, nextAt: null, version: 2 })
    expect((await put({}, 1)).status).toBe(412)
    expect((await put({}, 2)).body.nextAt).toBe(made.body.nextAt)
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['DELETE', `/${id}`],
    ])
      expect((await d.call(d.tech, method!, `/ticket-schedules${path}`, {})).status).toBe(403)
    const used = await d.call(lead, 'DELETE', `/ticket-templates/${templateId}`)
    expect([used.status, used.body.type]).toEqual([409, expect.stringContaining('template-in-use')])
    expect((await d.call(lead, 'DELETE', `/ticket-schedules/${id}`)).status).toBe(204)
    for (const [did, times] of [
      ['create', 1],
      ['change', 2],
      ['remove', 1],
    ])
      expect(await d.events(`ticket-schedule.${did}`, id)).toHaveLength(times as number)
  })

  it('are refused, by field, and lie in the database without their name', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000'
    const outside = await d.s.world.person('clinician', 'outside')
    const other = await d.call(outside, 'POST', '/clients', {
      kind: 'person',
      groupId: d.s.world.otherGroupId,
      contact: { names: [{ given: ['Ada'] }] },
    })
    for (const [part, field] of [
      [{ templateId: nothing }, 'templateId'],
      [{ clientId: nothing }, 'clientId'],
      [{ clientId: other.body.id }, 'clientId'],
      [{ name: 'SSN 536-22-8145' }, 'name'],
      [{ times: { ...TIMES, weekdays: undefined } }, 'times.weekdays'],
      [{ times: { ...TIMES, timeZone: 'Mars/Olympus' } }, 'times.timeZone'],
    ] as const) {
      const refused = await make(part)
      expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, field])
    }
    await schedule({ name: 'Quorvane', paused: true })
    const { rows } = await d.s.owner.query('select s::text as row from ticket_schedules s')
    expect(
      rows.some((r) => r.row.includes('Quorvane') || r.row.includes(Buffer.from('Quorvane').toString('hex'))),
    ).toBe(false)
  })

  it('open a ticket from their template, for their client, by the system, and say so in the log', async () => {
    const clientId = await d.client()
    const id = await schedule({ clientId })
    await run()
    expect(await tickets(id)).toEqual([])
    await isDue(id)
    // By the job itself, as each process adds it every minute.
    const context = { orgId: d.s.world.orgId, userId: null }
    await d.s.services.db.withContext(context, (tx) => addJob(tx, 'ticket.recur', {}))
    await runJobs(d.s)
    const [ticket] = await tickets(id)
    const read = await d.read(ticket!)
    expect(read).toMatchObject({ subject: 'Backups of the week', tags: ['backup'], urgency: 2, clientId })
    expect(read.thread.items).toMatchObject([{ kind: 'internal', body: 'Restore one file.', authorId: null }])
    const [made] = await d.events('ticket.create', ticket)
    expect(made).toMatchObject({
      actor: { kind: 'system', userId: null },
      facts: { by: 'schedule', schedule: id, template: templateId },
    })
    expect(await d.events('ticket-schedule.run', id)).toMatchObject([{ objects: [ticket] }])
    expect(await of(id)).toMatchObject({ lastTicketId: ticket, lastRefusal: null })
  })

  it('come once, however many run the job, and once for all that were missed', async () => {
    const id = await schedule()
    await isDue(id, 7)
    await Promise.all([run(), run(), run()])
    await run()
    expect(await tickets(id)).toHaveLength(1)
    const { nextAt } = await of(id)
    expect(Date.parse(nextAt)).toBeGreaterThan(Date.now())
    expect(Date.parse(nextAt)).toBeLessThan(Date.now() + 8 * 86_400_000)
  })

  it('do not come while they are paused, nor make up for it after', async () => {
    const id = await schedule({ paused: true })
    await run()
    const { version, ...rest } = await of(id)
    const body = { name: rest.name, templateId, times: TIMES, paused: false }
    await d.call(lead, 'PUT', `/ticket-schedules/${id}`, body, { 'if-match': `"${version}"` })
    await run()
    expect(await tickets(id)).toEqual([])
  })

  it('that can’t be opened keep no other back, and say why', async () => {
    const own = await d.call(lead, 'POST', '/ticket-templates', { name: 'Going out of use' })
    const [bad, good] = [await schedule({ templateId: own.body.id, name: 'No subject' }), await schedule()]
    await isDue(bad)
    await run()
    // Without a subject in the template, the schedule's name is one.
    expect((await d.read((await tickets(bad))[0]!)).subject).toBe('No subject')
    const off = { name: 'Going out of use', archived: true }
    await d.call(lead, 'PUT', `/ticket-templates/${own.body.id}`, off, { 'if-match': '"1"' })
    await isDue(bad, 1)
    await isDue(good)
    await run()
    expect([(await tickets(bad)).length, (await tickets(good)).length]).toEqual([1, 1])
    expect(await of(bad)).toMatchObject({ lastRefusal: 'template-out-of-use' })
    expect(Date.parse((await of(bad)).nextAt)).toBeGreaterThan(Date.now())
    expect((await d.events('ticket-schedule.run', bad)).map((e) => e.outcome)).toEqual(['done', 'failed'])
  })

  it('reach as far as who stands for them, and are changed by who may write where they open', async () => {
    const clientId = await d.client()
    const id = await schedule({ clientId })
    const outsider = await d.s.world.custom(
      ['tickets:create', 'tickets:write', 'desk:settings'],
      {},
      'outside',
    )
    const put = async (who: Person, change: object) => {
      const { version } = await of(id)
      const body = { name: 'Weekly backups', templateId, clientId, times: TIMES, ...change }
      return d.call(who, 'PUT', `/ticket-schedules/${id}`, body, { 'if-match': `"${version}"` })
    }
    const refused = await put(outsider, { name: 'Something else' })
    expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, 'clientId'])
    const paused = await put(outsider, { paused: true })
    expect(paused.body).toMatchObject({ paused: true, savedBy: { id: lead.id, stands: true } })
    const settles = await d.s.world.custom(['desk:settings'], {})
    expect((await make({}, settles)).body).toMatchObject({ savedBy: null })
    // Without a client it would come behind the wall of a queue: that of the first, which is closed to them.
    const open = await make({}, outsider)
    await isDue(open.body.id)
    await run()
    expect(await tickets(open.body.id)).toEqual([])
    expect(await of(open.body.id)).toMatchObject({ lastRefusal: 'forbidden' })
    await d.s.owner.query('update ticket_schedules set saved_by = null where id = $1', [id])
    await put(outsider, { clientId: null })
    await d.s.owner.query('update ticket_schedules set saved_by = null where id = $1', [id])
    await isDue(id)
    await run()
    expect(await of(id)).toMatchObject({ lastRefusal: 'nobody-stands-for-it', savedBy: null })
  })

  it('that are due stay due while somebody changes them, and end with their client', async () => {
    const clientId = await d.client()
    const id = await schedule({ clientId })
    await isDue(id)
    const body = { name: 'Renamed', templateId, clientId, times: TIMES }
    const put = await d.call(lead, 'PUT', `/ticket-schedules/${id}`, body, { 'if-match': '"1"' })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    await run()
    expect(await tickets(id)).toHaveLength(1)
    const shreds = await d.s.world.custom(['clients:read', 'clients:shred'], { contact: 'write' })
    const gone = await d.call(shreds, 'DELETE', `/clients/${clientId}`, { reason: 'Asked for by the client' })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    expect(await of(id)).toBeUndefined()
  })

  it('are shown before they are kept: when the next would come', async () => {
    const { body } = await d.call(lead, 'POST', '/ticket-schedules/preview', { times: TIMES })
    expect(body.next).toHaveLength(5)
    for (const at of body.next)
      expect(
        new Date(at).toLocaleString('en-US', {
          timeZone: 'America/New_York',
          weekday: 'short',
          timeStyle: undefined,
          hour: '2-digit',
          minute: '2-digit',
          hour12: false,
        }),
      ).toMatch(/^Mon,? 08:00$/)
  })
})
