import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleUrl } from '../../platform/db/migrate.ts'
import { bySystem } from '../../platform/http/by.ts'
import { runJobs } from '../../testing/jobs.ts'
import { addMessage, lockForChange } from './message.ts'
import { changeStatus } from './status.ts'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'

// The gate: no ticket is resolved or closed while something on it is suspected or a required step is open, by whatever way
// somebody comes; past it goes only who may, with a reason, on record.

let d: Desk
let officer: Person
let lead: Person
let app: pg.Client
beforeAll(async () => {
  d = await startDesk()
  officer = await d.s.world.custom(
    [
      'tickets:read',
      'tickets:write',
      'tickets:merge',
      'tickets:close-override',
      'files:clear',
      'files:purge',
      'files:reveal',
    ],
    {},
  )
  lead = await d.s.world.custom(['tickets:read', 'tickets:create', 'tickets:write', 'desk:settings'], {})
  app = new pg.Client({ connectionString: roleUrl(d.s.ownerUrl, 'wellkeep_app') })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await d.s.stop()
})

const suspected = async (more: object = {}) => d.open({ body: SUSPECT, ...more })
const category = async (id: string) => (await d.row(id)).status_category as string
const kinds = (answer: { body: { missing: { kind: string }[] } }) =>
  answer.body.missing.map((m) => m.kind).sort()
const messageIn = async (id: string) => (await d.read(id, officer)).thread.items[0].id as string

describe('each way to a closed ticket', () => {
  it('PATCH answers what is missing', async () => {
    const id = await suspected()
    for (const status of ['resolved', 'closed']) {
      const refused = await d.patch(id, { status })
      expect(refused.status).toBe(409)
      expect(refused.body.type).toContain('ticket-not-closable')
      expect(kinds(refused)).toEqual(['phi-message', 'step'])
      expect(JSON.stringify(refused.body)).not.toContain('8145')
    }
    expect(await category(id)).toBe('new')
    expect((await d.row(id)).version).toBe(1)
  })

  it('a message with a status does not pass, and leaves no message either', async () => {
    const id = await suspected()
    expect((await d.say(id, 'done', { status: 'closed' })).status).toBe(409)
    expect((await d.read(id)).messageCount).toBe(1)
    // Nor one that is itself what is suspected.
    const clean = await d.open()
    expect((await d.say(clean, SUSPECT, { status: 'resolved' })).status).toBe(409)
    expect(await category(clean)).toBe('new')
  })

  it('bulk refuses that ticket alone', async () => {
    const [id, clean] = [await suspected(), await d.open()]
    const { body } = await d.call(d.tech, 'POST', '/tickets/bulk', {
      ids: [id, clean],
      change: { status: 'closed' },
    })
    expect(body.results).toMatchObject([{ ok: false, problem: { missing: [{}, {}] } }, { ok: true }])
    expect([await category(id), await category(clean)]).toEqual(['new', 'closed'])
  })

  it('a macro stops whole', async () => {
    const id = await suspected()
    const macro = await d.call(d.tech, 'POST', '/ticket-macros', {
      name: 'Done',
      body: 'Done.',
      status: 'resolved',
      urgency: 1,
    })
    expect((await d.call(d.tech, 'POST', `/tickets/${id}/macros/${macro.body.id}/apply`, {})).status).toBe(
      409,
    )
    expect(await d.row(id)).toMatchObject({ status: 'new', urgency: 2, message_count: 1 })
  })

  it('a parent does not close its child past it', async () => {
    const parent = await d.open()
    const child = await suspected({ parentId: parent })
    const asked = await d.patch(parent, { status: 'closed' })
    expect(asked.body).toMatchObject({ status: 409, children: [{ id: child }] })
    expect(kinds(await d.patch(parent, { status: 'closed', children: 'close' }))).toEqual([
      'phi-message',
      'step',
    ])
    expect([await category(parent), await category(child)]).toEqual(['new', 'new'])
    expect((await d.patch(parent, { status: 'closed', children: 'leave' })).status).toBe(200)
    expect([await category(parent), await category(child)]).toEqual(['closed', 'new'])
  })

  it('a merge takes what is suspected along, and the gate with it', async () => {
    const [id, into] = [await suspected(), await d.open()]
    await d.patch(into, { status: 'resolved' })
    expect((await d.call(d.tech, 'POST', `/tickets/${id}/merge`, { into })).status).toBe(200)
    expect([await category(id), await category(into)]).toEqual(['closed', 'open'])
    expect(kinds(await d.patch(into, { status: 'resolved' }))).toEqual(['phi-message', 'step'])
    expect((await d.row(into)).phi_state).toBe('suspected')
  })

  it('another type’s flow does not lead around it', async () => {
    const flow = await d.call(lead, 'POST', '/ticket-flows', {
      name: 'Sly',
      statuses: [
        { key: 'a', name: 'A', category: 'new', next: ['b', 'z'] },
        { key: 'b', name: 'B', category: 'open', next: ['z'] },
        { key: 'z', name: 'Z', category: 'closed', next: [] },
      ],
    })
    const type = await d.call(lead, 'POST', '/ticket-types', { name: 'Sly', flowId: flow.body.id })
    const id = await suspected()
    const both = await d.patch(id, { typeId: type.body.id, status: 'z' })
    expect(both.status).toBe(409)
    expect((await d.row(id)).type_id).toBe(d.s.world.typeId)
  })

  it('what is suspected later opens a closed ticket again', async () => {
    const id = await d.open()
    await d.patch(id, { status: 'closed' })
    expect((await d.say(id, SUSPECT)).status).toBe(201)
    expect(await d.row(id)).toMatchObject({
      status: 'in-progress',
      phi_state: 'suspected',
      reopened_count: 1,
    })
  })
})

describe('files', () => {
  async function upload(ticketId: string, content: string): Promise<string> {
    const made = await d.call(d.tech, 'POST', '/files', {
      ownerType: 'ticket',
      ownerId: ticketId,
      name: 'scan.txt',
      size: content.length,
    })
    const put = await d.s.call(d.tech.token, 'PUT', `/files/${made.body.id}/content`, Buffer.from(content), {
      'upload-offset': '0',
      'content-type': 'application/octet-stream',
    })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    return made.body.id
  }

  it('hold a ticket open while they are not read, and while they are suspected', async () => {
    const id = await d.open()
    const file = await upload(id, SUSPECT)
    const unread = await d.patch(id, { status: 'resolved' })
    expect(unread.body.missing).toMatchObject([{ kind: 'phi-file', id: file }])
    await expect(
      d.s.owner.query("update tickets set status_category = 'closed' where id = $1", [id]),
    ).rejects.toMatchObject({ code: 'WKG01' })
    await runJobs(d.s)
    expect(kinds(await d.patch(id, { status: 'resolved' }))).toEqual(['phi-file', 'step'])
    expect(
      (await d.call(officer, 'POST', `/files/${file}/purge`, { reason: 'Not ours to keep' })).status,
    ).toBe(200)
    expect((await d.patch(id, { status: 'resolved' })).status).toBe(200)
  })

  it('go along with a merge, and open again what they come to', async () => {
    const [id, into] = [await d.open(), await d.open()]
    const file = await upload(id, SUSPECT)
    await d.patch(into, { status: 'closed' })
    // Not read yet: it counts as suspected.
    expect((await d.call(d.tech, 'POST', `/tickets/${id}/merge`, { into })).status).toBe(200)
    expect([await category(id), await category(into)]).toEqual(['closed', 'open'])
    expect((await d.patch(into, { status: 'resolved' })).body.missing).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'phi-file', id: file })]),
    )
    const closed = await d.open()
    await d.patch(closed, { status: 'closed' })
    await expect(
      d.s.owner.query('update files set owner_id = $2 where id = $1', [file, closed]),
    ).rejects.toMatchObject({ code: 'WKG02' })
  })
})

describe('who goes past it', () => {
  it('needs the permission and a reason; the database is told and the log keeps it, sealed', async () => {
    const id = await suspected()
    const override = { reason: 'Agreed with the Winterbournes' }
    expect((await d.patch(id, { status: 'closed', override })).status).toBe(403)
    expect((await d.patch(id, { status: 'closed', override: { reason: '' } }, officer)).status).toBe(422)
    const passed = await d.patch(id, { status: 'resolved', override }, officer)
    expect(passed.status, JSON.stringify(passed.body)).toBe(200)
    const [event] = await d.events('ticket.close-override', id)
    expect(event).toMatchObject({ actor: { userId: officer.id }, facts: { messages: 1, steps: 1, files: 0 } })
    expect(event.sealed.text).toBeTruthy()
    expect(JSON.stringify(event)).not.toContain('Winterbourne')
    const { rows } = await d.s.owner.query(
      'select user_id, missing from ticket_close_overrides where ticket_id = $1',
      [id],
    )
    expect(rows).toMatchObject([{ user_id: officer.id, missing: [{}, {}] }])
    // What the gate let through once goes on to closed; opened again, it stands before it anew.
    expect((await d.patch(id, { status: 'closed' })).status).toBe(200)
    expect((await d.patch(id, { status: 'in-progress' })).status).toBe(200)
    expect((await d.patch(id, { status: 'resolved' })).status).toBe(409)
  })

  it('may come by a route of their own, without the right to change tickets', async () => {
    const privacy = await d.s.world.person('privacy-officer')
    const id = await suspected()
    expect(
      (await d.call(d.tech, 'POST', `/tickets/${id}/close-override`, { status: 'closed', reason: 'because' }))
        .status,
    ).toBe(403)
    expect(
      (
        await d.call(privacy, 'POST', `/tickets/${id}/close-override`, {
          status: 'closed',
          reason: 'because',
        })
      ).status,
    ).toBe(200)
    expect(await category(id)).toBe('closed')
  })

  it('system work does not', async () => {
    const id = await suspected()
    const { orgId } = d.s.world
    const { services } = d.s
    await expect(
      services.db.withContext(
        { orgId, userId: null },
        async (tx) =>
          changeStatus(tx, services, bySystem(services), await lockForChange(tx, id), 'closed', {
            override: { reason: 'a clock ran out' },
          }),
        'worker',
      ),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('what was suspected', () => {
  it('is settled by clearing: the step is done and the gate opens', async () => {
    const id = await suspected()
    const at = `/tickets/${id}/messages/${await messageIn(id)}`
    expect(
      (
        await d.call(d.tech, 'POST', `/tickets/${id}/steps/${(await d.read(id)).steps[0].id}`, {
          action: 'done',
        })
      ).body.type,
    ).toContain('step-built-in')
    expect((await d.call(officer, 'POST', `${at}/clear`, {})).status).toBe(422)
    expect((await d.call(officer, 'POST', `${at}/clear`, { reason: 'A part number' })).body).toMatchObject({
      phiState: 'cleared',
    })
    const read = await d.read(id)
    expect(read.thread.items[0]).toMatchObject({ body: SUSPECT, masked: false, phiState: 'cleared' })
    expect(read.steps).toMatchObject([{ builtIn: 'phi-purged', state: 'done', doneBy: { id: officer.id } }])
    expect((await d.patch(id, { status: 'closed' })).status).toBe(200)
  })

  it('is covered until it is revealed with a reason, on record', async () => {
    const id = await suspected()
    const message = (await d.read(id)).thread.items[0]
    expect(message.masked).toBe(true)
    expect(message.body).not.toContain('536-22-8145')
    expect(message.body).toContain('Her number is █')
    const none = await d.s.world.person('auditor')
    const reveal = (who: Person, body: object) =>
      d.call(who, 'POST', `/tickets/${id}/messages/${message.id}/reveal`, body)
    expect((await reveal(none, { reason: 'curious' })).status).toBe(403)
    expect((await reveal(officer, {})).status).toBe(422)
    expect((await reveal(officer, { reason: 'To clear it' })).body.body).toBe(SUSPECT)
    expect(await d.events('ticket.message-reveal', id)).toMatchObject([
      { actor: { userId: officer.id }, facts: { message: message.id } },
    ])
  })
})

describe('two at once', () => {
  it('close one ticket once', async () => {
    const id = await d.open()
    const [a, b] = await Promise.all([
      d.patch(id, { status: 'closed' }, d.tech, 1),
      d.patch(id, { status: 'closed' }, officer, 1),
    ])
    expect([a.status, b.status].sort()).toEqual([200, 412])
    expect(await d.events('ticket.status', id)).toHaveLength(1)
  })

  it('one writes what is suspected, one closes: never both', async () => {
    for (let i = 0; i < 15; i++) {
      const id = await d.open()
      const [said, closed] = await Promise.all([
        d.say(id, SUSPECT),
        d.patch(id, { status: 'closed' }, officer, 1),
      ])
      expect(said.status).toBe(201)
      // Whoever was first: in the end it is open with something suspected on it.
      expect([200, 409, 412]).toContain(closed.status)
      expect(await d.row(id)).toMatchObject({ phi_state: 'suspected' })
      expect(['new', 'open']).toContain(await category(id))
    }
  })

  it('what becomes suspected between check and commit waits, and then finds the ticket closed', async () => {
    const { services, world } = d.s
    const id = await d.open()
    const context = { orgId: world.orgId, userId: d.tech.id }
    const by = { userId: d.tech.id, name: 't', may: () => false, record: async () => {} }
    let suspect: Promise<unknown> | undefined
    await services.db.withContext(context, async (tx) => {
      await changeStatus(tx, services, by, await lockForChange(tx, id), 'closed')
      // Somebody whose code forgot the lock: the trigger takes it.
      suspect = services.db.withContext(context, (other) =>
        other.client.query(
          "insert into ticket_messages (org_id, id, ticket_id, kind, sealed_body, phi_state) values ($1, gen_random_uuid(), $2, 'internal', 'x', 'suspected')",
          [world.orgId, id],
        ),
      )
      suspect.catch(() => {})
      const waits = await Promise.race([
        suspect.then(
          () => 'done',
          () => 'failed',
        ),
        new Promise((r) => setTimeout(r, 300, 'waits')),
      ])
      expect(waits).toBe('waits')
    })
    await expect(suspect).rejects.toMatchObject({ code: 'WKG02' })
    expect(await category(id)).toBe('closed')
  })

  it('who closes waits for what is being suspected, and then is told', async () => {
    const { services, world } = d.s
    const id = await d.open()
    let closed: Promise<{ status: number }> | undefined
    await services.db.withContext({ orgId: world.orgId, userId: d.tech.id }, async (tx) => {
      const by = { userId: d.tech.id, name: 't', may: () => false, record: async () => {} }
      await addMessage(tx, services, by, id, { kind: 'internal', body: SUSPECT })
      closed = d.patch(id, { status: 'closed' }, officer, 1)
      await new Promise((r) => setTimeout(r, 200))
    })
    expect((await closed!).status).toBe(409)
  })
})

describe('plain SQL, as the server’s own role', () => {
  async function as<T>(user: Person, work: () => Promise<T>): Promise<T> {
    await app.query('begin')
    try {
      await app.query('select wk_enter($1, $2)', [d.s.world.orgId, user.id])
      return await work()
    } finally {
      await app.query('rollback')
    }
  }
  const close = (id: string) =>
    app.query("update tickets set status_category = 'closed', status = 'closed' where id = $1", [id])
  const override = (id: string, user: Person) =>
    app.query(
      "insert into ticket_close_overrides (org_id, id, ticket_id, user_id, sealed_reason, missing) values ($1, gen_random_uuid(), $2, $3, 'x', '[]')",
      [d.s.world.orgId, id, user.id],
    )

  it('closes nothing on which something is suspected', async () => {
    const id = await suspected()
    await expect(as(d.tech, () => close(id))).rejects.toMatchObject({ code: 'WKG01' })
    await expect(
      as(d.tech, () => app.query("update tickets set status_category = 'resolved' where id = $1", [id])),
    ).rejects.toMatchObject({ code: 'WKG01' })
    expect((await as(d.tech, async () => close(await d.open()))).rowCount).toBe(1)
  })

  it('records an override only for who may, in their own name and this transaction', async () => {
    const id = await suspected()
    await expect(as(d.tech, () => override(id, d.tech))).rejects.toThrow(/row-level security/)
    await expect(as(d.tech, () => override(id, officer))).rejects.toThrow(/row-level security/)
    await expect(
      as(officer, () =>
        app.query(
          "insert into ticket_close_overrides (org_id, id, ticket_id, user_id, sealed_reason, missing, transaction) values ($1, gen_random_uuid(), $2, $3, 'x', '[]', '9999999')",
          [d.s.world.orgId, id, officer.id],
        ),
      ),
    ).rejects.toThrow(/permission denied/)
    const overridden = async () => {
      await override(id, officer)
      return (await close(id)).rowCount
    }
    expect(await as(officer, overridden)).toBe(1)
    // One of an earlier transaction opens nothing.
    await app.query('begin')
    await app.query('select wk_enter($1, $2)', [d.s.world.orgId, officer.id])
    await override(id, officer)
    await app.query('commit')
    await expect(as(officer, () => close(id))).rejects.toMatchObject({ code: 'WKG01' })
  })

  it('makes nothing suspected on a closed ticket', async () => {
    const id = await d.open({ body: 'harmless' })
    await d.patch(id, { status: 'closed' })
    await expect(
      as(d.tech, () =>
        app.query("update ticket_messages set phi_state = 'suspected' where ticket_id = $1", [id]),
      ),
    ).rejects.toMatchObject({ code: 'WKG02' })
  })

  it('makes no ticket that is closed from the start past the gate’s sight', async () => {
    const id = await suspected()
    await expect(
      as(d.tech, () => app.query('update ticket_messages set ticket_id = $2 where ticket_id = $1', [id, id])),
    ).resolves.toBeTruthy()
    const closed = await d.open()
    await d.patch(closed, { status: 'closed' })
    // Neither is a suspected message moved onto one.
    await expect(
      as(d.tech, () =>
        app.query('update ticket_messages set ticket_id = $2 where ticket_id = $1', [id, closed]),
      ),
    ).rejects.toMatchObject({ code: 'WKG02' })
  })
})

describe('steps', () => {
  it('are copied from the type’s templates, stand before the gate, and need whom they need', async () => {
    const template = await d.call(lead, 'POST', '/checklist-templates', {
      name: 'Before closing',
      typeId: d.s.world.typeId,
      steps: [
        { title: 'Called the requester' },
        { title: 'Four eyes on the device', people: 2 },
        { title: 'Receptionist informed', roleId: d.s.world.roleIds.receptionist },
        { title: 'Took a photo', required: false },
      ],
    })
    expect(template.status, JSON.stringify(template.body)).toBe(201)
    const id = await d.open()
    // A template that changes later changes no ticket.
    await d.call(
      lead,
      'PUT',
      `/checklist-templates/${template.body.id}`,
      { name: 'Before closing', typeId: d.s.world.typeId, steps: [{ title: 'Other' }], archived: true },
      { 'if-match': '"1"' },
    )
    const { steps } = await d.read(id)
    expect(steps.map((x: { title: string }) => x.title)).toEqual([
      'Called the requester',
      'Four eyes on the device',
      'Receptionist informed',
      'Took a photo',
    ])
    const act = (n: number, action: string, who = d.tech, more = {}) =>
      d.call(who, 'POST', `/tickets/${id}/steps/${steps[n].id}`, { action, ...more })
    expect(kinds(await d.patch(id, { status: 'resolved' }))).toEqual(['step', 'step', 'step'])
    expect((await act(0, 'skip')).body.type).toContain('step-required')
    expect((await act(0, 'done', d.tech, { note: 'She was glad' })).body.steps[0]).toMatchObject({
      state: 'done',
      note: 'She was glad',
    })
    expect((await act(1, 'done')).body.steps[1].state).toBe('half')
    expect((await act(1, 'done')).body.type).toContain('step-same-person')
    expect(kinds(await d.patch(id, { status: 'resolved' }))).toEqual(['step', 'step'])
    expect((await act(1, 'done', officer)).body.steps[1]).toMatchObject({
      state: 'done',
      doneBy: { id: d.tech.id },
      secondBy: { id: officer.id },
    })
    expect((await act(2, 'done')).status).toBe(403)
    const receptionist = await d.s.world.person('receptionist')
    expect((await act(2, 'done', receptionist)).status).toBe(200)
    expect((await act(3, 'skip')).body.steps[3].state).toBe('skipped')
    expect((await d.patch(id, { status: 'resolved' })).status).toBe(200)
    // The database holds a step of two people to it.
    await expect(
      d.s.owner.query('update ticket_steps set second_by = done_by where id = $1', [steps[1].id]),
    ).rejects.toThrow(/check/)
  })
})
