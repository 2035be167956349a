import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../testing/world.ts'
import { type Office, startOffice } from './testing/office.ts'

let s: Office
beforeAll(async () => {
  s = await startOffice()
})
afterAll(() => s.stop())

describe('the log as people read it', () => {
  test('finds events by who, what, when and on what, newest first', async () => {
    const one = await s.addClient()
    await s.call(s.clinician.token, 'GET', `/clients/${one.id}`)
    await s.call(s.privacy.token, 'GET', `/clients/${one.id}`)
    const all = await s.events(s.auditor, `objectId=${one.id}`)
    expect(all.items.map((e: { action: string }) => e.action)).toEqual([
      'client.read',
      'client.read',
      'client.create',
    ])
    const by = async (query: string) =>
      (await s.events(s.auditor, `objectId=${one.id}&${query}`)).items.length
    // Each reading of this object's events is an event on it, so counts are of the action asked for.
    expect(await by(`action=client.read&actorId=${s.privacy.id}`)).toBe(1)
    expect(await by(`action=client.read&actorId=${s.clinician.id}`)).toBe(1)
    expect(await by('action=client.shred')).toBe(0)
    expect(await by('action=client.read&outcome=refused')).toBe(0)
    expect(await by('objectType=client&action=client.create')).toBe(1)
    const now = Date.now()
    const at = (ms: number) => encodeURIComponent(new Date(now + ms).toISOString())
    expect(await by(`action=client.create&from=${at(-60_000)}&to=${at(60_000)}`)).toBe(1)
    expect(await by(`action=client.create&to=${at(-60_000)}`)).toBe(0)
    expect(await by(`action=client.create&from=${at(60_000)}`)).toBe(0)
  })

  test('finds an object also in lists, and a list by no other name', async () => {
    const one = await s.addClient()
    await s.call(s.clinician.token, 'POST', '/clients/search', {})
    const { items } = await s.events(s.auditor, `objectId=${one.id}`)
    expect(items.map((e: { action: string }) => e.action)).toEqual(['client.list', 'client.create'])
    expect(items[0]).toMatchObject({
      object: { type: 'client', id: null },
      classes: ['contact', 'demographic'],
    })
    expect(items[0].objectCount).toBeGreaterThan(0)
  })

  test('goes on where the cursor says, without a gap or a repetition', async () => {
    const one = await s.addClient()
    for (let i = 0; i < 7; i++) await s.call(s.clinician.token, 'GET', `/clients/${one.id}`)
    for (const filter of [
      `objectId=${one.id}&action=client.read`,
      `actorId=${s.clinician.id}&action=client.read`,
    ]) {
      const whole = (await s.events(s.auditor, `${filter}&limit=7`)).items.map((e: { id: string }) => e.id)
      const pieces: string[] = []
      let cursor = ''
      do {
        const page = await s.events(s.auditor, `${filter}&limit=3${cursor && `&cursor=${cursor}`}`)
        pieces.push(...page.items.map((e: { id: string }) => e.id))
        cursor = page.nextCursor
      } while (cursor && pieces.length < 7)
      expect(pieces.slice(0, 7)).toEqual(whole)
    }
  })

  test('one event for each reading, and none for what it shows', async () => {
    const count = async () => (await s.owner.query('select count(*)::int as n from audit_events')).rows[0].n
    const before = await count()
    await s.events(s.auditor, 'limit=100')
    await s.events(s.auditor, 'limit=100&action=audit.list')
    expect((await count()) - before).toBe(2)
  })

  test('names clients to those alone whose walls and classes open them', async () => {
    const one = await s.addClient()
    const label = async (who: Person) => {
      const { items } = await s.events(who, `objectId=${one.id}&action=client.create`)
      return items[0].object.label
    }
    expect(await label(s.privacy)).toBe('Zofia Walhurst')
    expect(await s.lastLeaf('audit.list')).toMatchObject({ objects: [one.id], classes: ['contact'] })
    expect(await label(s.auditor)).toBe(one.id.slice(0, 8))
    expect(await s.lastLeaf('audit.list')).toMatchObject({ objects: [] })
    const outside = await s.world.person('privacy-officer', 'outside')
    expect(await label(outside)).toBe(one.id.slice(0, 8))
    const { items } = await s.events(s.auditor, `objectId=${one.id}&action=client.create`)
    expect(items[0].actor).toMatchObject({ id: s.clinician.id, name: 'clinician', kind: 'person' })
  })

  test('shows what people typed to those who may see it, and says to others that it is there', async () => {
    const one = await s.addClient()
    await s.call(s.clinician.token, 'POST', `/clients/${one.id}/reveal`, {
      field: 'ssn',
      reason: 'Insurance asked for Zofia',
    })
    const reveal = async (who: Person) =>
      (await s.events(who, `objectId=${one.id}&action=client.reveal`)).items[0]
    expect(await reveal(s.privacy)).toMatchObject({
      reason: 'Insurance asked for Zofia',
      textHidden: false,
      facts: { field: 'ssn' },
    })
    expect(await s.lastLeaf('audit.list')).toMatchObject({ classes: ['contact', 'note'] })
    expect(await reveal(s.auditor)).toMatchObject({ reason: null, textHidden: true, facts: { field: 'ssn' } })
    const outside = await s.world.person('privacy-officer', 'outside')
    expect(await reveal(outside)).toMatchObject({ reason: null, textHidden: true })
    expect(
      (
        await s.owner.query(
          "select 1 from audit_events where leaf like '%Insurance%' or leaf like '%Walhurst%'",
        )
      ).rows,
    ).toEqual([])
  })

  test('refuses those without the permission, and records that', async () => {
    for (const path of [
      '/audit/events',
      '/audit/sessions',
      '/audit/checkpoint',
      '/audit/export',
      `/audit/events/${s.clinician.id}/proof`,
    ])
      expect((await s.call(s.clinician.token, 'GET', path)).status).toBe(403)
    const refused = await s.events(s.auditor, `actorId=${s.clinician.id}&outcome=refused`)
    expect(refused.items.length).toBe(5)
    expect(refused.items[0]).toMatchObject({
      action: 'request.refused',
      outcome: 'refused',
      reason: 'forbidden',
      changed: false,
    })
  })

  test('answers bad filters by field, and echoes nothing', async () => {
    for (const [query, field] of [
      ['actorId=Walhurst', 'query.actorId'],
      ['from=yesterday', 'query.from'],
      ['limit=0', 'query.limit'],
      ['q=Walhurst', 'query.q'],
      ['action=Walhurst%20x', 'query.action'],
    ]) {
      const answer = await s.call(s.auditor.token, 'GET', `/audit/events?${query}`)
      expect(answer.status).toBe(422)
      expect(answer.body.errors[0].field).toBe(field)
      expect(JSON.stringify(answer.body)).not.toContain('Walhurst')
    }
  })
})

describe('tampering shows where the log is read', () => {
  const flags = async (id: string) =>
    (await s.events(s.auditor, `objectId=${id}&action=client.create`)).items.map(
      (e: { tampered: boolean }) => e.tampered,
    )

  test('nothing is flagged that is as it was logged, before and after it has its place', async () => {
    const one = await s.addClient()
    expect(await flags(one.id)).toEqual([false])
    await s.sequence()
    expect(await flags(one.id)).toEqual([false])
    expect(
      (await s.events(s.auditor, 'limit=100')).items.filter((e: { tampered: boolean }) => e.tampered),
    ).toEqual([])
  })

  test.each([
    ['the time column', "update audit_events set at = at - interval '1 day' where id = $1"],
    ['the actor column', 'update audit_events set actor_id = org_id where id = $1'],
    ['the list of objects', 'update audit_events set object_ids = array[org_id] where id = $1'],
    [
      'the leaf',
      'update audit_events set leaf = replace(leaf, \'"outcome":"done"\', \'"outcome":"failed"\'), outcome = \'failed\' where id = $1',
    ],
    [
      'leaf and columns alike',
      "update audit_events set leaf = replace(leaf, 'client.create', 'client.create ') where id = $1",
    ],
    ['the place', 'update audit_leaves set leaf_index = leaf_index + 1000000 where event_id = $1'],
    ['the place, taken away', 'delete from audit_leaves where event_id = $1'],
    ['the leaf, into no event', "update audit_events set leaf = 'nothing' where id = $1"],
  ])('%s', async (_what, sql) => {
    const one = await s.addClient()
    await s.sequence()
    const [{ id }] = (
      await s.owner.query("select id from audit_events where object_id = $1 and action = 'client.create'", [
        one.id,
      ])
    ).rows
    await s.owner.query(sql, [id])
    expect(await flags(one.id)).toEqual([true])
    // Left as it is, it would be another test's surprise.
    await s.owner.query('delete from audit_events where id = $1', [id])
  })

  test('an event that nobody logged', async () => {
    const one = await s.addClient()
    const [row] = (
      await s.owner.query("select * from audit_events where object_id = $1 and action = 'client.create'", [
        one.id,
      ])
    ).rows
    const forged = `${row.id.slice(0, -4)}ffff`
    await s.owner.query(
      'insert into audit_events (org_id, id, at, leaf, actor_id, action, outcome, object_type, object_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        row.org_id,
        forged,
        row.at,
        row.leaf.replace(row.id, forged),
        row.actor_id,
        row.action,
        row.outcome,
        row.object_type,
        row.object_id,
      ],
    )
    expect((await flags(one.id)).toSorted()).toEqual([false, true])
    await s.owner.query('delete from audit_events where id = $1', [forged])
  })
})
