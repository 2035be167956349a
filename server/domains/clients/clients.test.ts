import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let clinician: Person
let outsider: Person
let receptionist: Person
let technician: Person

beforeAll(async () => {
  s = await startTestServer()
  clinician = await s.world.person('clinician')
  outsider = await s.world.person('clinician', 'outside')
  receptionist = await s.world.person('receptionist')
  technician = await s.world.person('technician')
})
afterAll(() => s.stop())

const body = (more: object = {}) => ({
  kind: 'person',
  groupId: s.world.groupId,
  contact: {
    names: [{ given: ['Zofia', 'Mira'], family: 'Walhurst' }],
    phones: [{ value: '+15559079875' }],
    emails: [{ value: 'zofia@example.com' }],
  },
  demographic: { birthDate: '1949-11-14', sex: 'female' },
  identifier: { ssn: '999-81-5679', mrns: [{ value: 'MRN-0042' }] },
  clinical: { summary: 'stable' },
  tags: ['fall risk'],
  ...more,
})
const add = async (who: Person, more: object = {}) =>
  (await s.call(who.token, 'POST', '/clients', body(more))).body
const eventsOf = async (id: string) =>
  (await s.owner.query('select leaf from audit_events where object_id = $1 order by id', [id])).rows.map(
    (r) => JSON.parse(r.leaf).event,
  )

describe('a client', () => {
  it('is created, read back and changed, and each step is in the log', async () => {
    const made = await add(clinician)
    const read = await s.call(clinician.token, 'GET', `/clients/${made.id}`)
    expect(read.body.contact.names[0].family).toBe('Walhurst')
    expect(read.headers.etag).toBe('"1"')
    const changed = await s.call(
      clinician.token,
      'PATCH',
      `/clients/${made.id}`,
      { clinical: { summary: 'worse' } },
      { 'if-match': '"1"' },
    )
    expect(changed.status).toBe(200)
    expect(changed.body.clinical.summary).toBe('worse')
    expect(changed.headers.etag).toBe('"2"')
    const events = await eventsOf(made.id)
    expect(events.map((e) => e.action)).toEqual(['client.create', 'client.read', 'client.change'])
    expect(events[2].changes).toEqual(['clinical.summary'])
    expect(JSON.stringify(events)).not.toContain('worse')
  })

  it('shows identifiers masked until one is revealed, and records the reveal', async () => {
    const made = await add(clinician)
    expect(made.identifier.ssn).not.toContain('81')
    expect(made.identifier.ssn.endsWith('5679')).toBe(true)
    const shown = await s.call(clinician.token, 'POST', `/clients/${made.id}/reveal`, {
      field: 'ssn',
      reason: 'insurance call',
    })
    expect(shown.body).toEqual({ value: '999-81-5679' })
    const last = (await eventsOf(made.id)).findLast((e) => e.action === 'client.reveal')
    expect(last).toMatchObject({ action: 'client.reveal', facts: { field: 'ssn' } })
    // What a person typed may hold PHI: it is in the log, sealed.
    expect(JSON.stringify(last)).not.toContain('insurance')
    expect(
      (await s.call(receptionist.token, 'POST', `/clients/${made.id}/reveal`, { field: 'ssn' })).status,
    ).toBe(403)
  })

  it('keeps what a role may not see out of the answer, and refuses its change', async () => {
    const made = await add(clinician)
    const seen = (await s.call(receptionist.token, 'GET', `/clients/${made.id}`)).body
    expect(seen.contact).toBeDefined()
    expect(seen.identifier).toBeDefined()
    expect(seen.clinical).toBeUndefined()
    const technical = (await s.call(technician.token, 'GET', `/clients/${made.id}`)).body
    expect(Object.keys(technical)).not.toContain('demographic')
    expect(Object.keys(technical)).not.toContain('tags')
    const refused = await s.call(
      receptionist.token,
      'PATCH',
      `/clients/${made.id}`,
      { clinical: { summary: 'x' } },
      { 'if-match': '"1"' },
    )
    expect(refused.status).toBe(403)
    expect((await s.call(clinician.token, 'GET', `/clients/${made.id}`)).body.clinical.summary).toBe('stable')
  })

  it('is nowhere for a colleague beyond the wall', async () => {
    const made = await add(clinician)
    expect((await s.call(outsider.token, 'GET', `/clients/${made.id}`)).status).toBe(404)
    expect(
      (
        await s.call(
          outsider.token,
          'PATCH',
          `/clients/${made.id}`,
          { clinical: { summary: 'x' } },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(404)
    expect((await s.call(outsider.token, 'GET', `/clients/${made.id}/notes`)).status).toBe(404)
    expect((await s.call(outsider.token, 'POST', '/clients/search', { q: 'walhurst' })).body.items).toEqual(
      [],
    )
    expect((await s.call(outsider.token, 'POST', '/clients', body())).status).toBe(403)
    expect(
      (
        await s.call(
          clinician.token,
          'PATCH',
          `/clients/${made.id}`,
          { groupId: s.world.otherGroupId },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(403)
    const refusals = (await eventsOf(made.id)).filter((e) => e.actor.userId === outsider.id)
    expect(refusals.every((e) => e.outcome === 'refused')).toBe(true)
    expect(refusals.length).toBeGreaterThan(0)
  })

  it('is changed by one of two at once; the other is told', async () => {
    const made = await add(clinician)
    const change = (summary: string) =>
      s.call(
        clinician.token,
        'PATCH',
        `/clients/${made.id}`,
        { clinical: { summary } },
        { 'if-match': '"1"' },
      )
    const answers = await Promise.all([change('a'), change('b'), change('c'), change('d')])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412, 412, 412])
    expect(
      (await s.call(clinician.token, 'PATCH', `/clients/${made.id}`, { clinical: { summary: 'e' } })).status,
    ).toBe(428)
  })

  it('is created once for one Idempotency-Key, also by two at once', async () => {
    const key = { 'idempotency-key': 'one-create-only-1' }
    const [a, b] = await Promise.all([
      s.call(clinician.token, 'POST', '/clients', body(), key),
      s.call(clinician.token, 'POST', '/clients', body(), key),
    ])
    // The later one gets the first one's answer, or is told that it is still under way.
    expect([a.status, b.status]).toContain(201)
    for (const x of [a, b]) expect([201, 409]).toContain(x.status)
    if (a.status === b.status) expect(a.body.id).toBe(b.body.id)
    const again = await s.call(clinician.token, 'POST', '/clients', body(), key)
    expect(again.status).toBe(201)
    expect(again.body.id).toBe((a.status === 201 ? a : b).body.id)
    expect((await s.call(clinician.token, 'POST', '/clients', body({ tags: [] }), key)).status).toBe(422)
  })

  it('is destroyed with its key: nothing opens, the tombstone and the receipt stay', async () => {
    const officer = await s.world.custom(['clients:read', 'clients:shred'], { contact: 'read' })
    const made = await add(clinician)
    await s.call(clinician.token, 'POST', `/clients/${made.id}/notes`, { text: 'remember' })
    const { receipt } = (
      await s.call(officer.token, 'DELETE', `/clients/${made.id}`, { reason: 'asked for in writing' })
    ).body
    expect(receipt.rows).toBe(2)
    expect((await s.call(clinician.token, 'GET', `/clients/${made.id}`)).status).toBe(410)
    expect(
      (await s.call(clinician.token, 'POST', '/clients/search', { q: 'walhurst' })).body.items.map(
        (i: { id: string }) => i.id,
      ),
    ).not.toContain(made.id)
    const { rows } = await s.owner.query('select wrapped, destroyed_at from deks where subject_id = $1', [
      made.id,
    ])
    expect(rows[0].wrapped).toBeNull()
    expect((await eventsOf(made.id)).find((e) => e.action === 'client.shred')).toMatchObject({
      action: 'client.shred',
      facts: { keyHash: receipt.keyHash },
    })
  })
})

describe('search', () => {
  let id: string
  beforeAll(async () => {
    id = (
      await add(clinician, {
        contact: {
          names: [{ given: ['José', 'Luis'], family: 'Brennovar-Quist' }],
          phones: [{ value: '+16205550123' }],
          emails: [{ value: 'Jose@Example.com' }],
        },
        demographic: { birthDate: '1971-02-03' },
        identifier: {
          ssn: '901-22-3344',
          mrns: [{ value: 'AB-77/1234' }],
          memberIds: [{ value: 'W123456789' }],
        },
        tags: ['Recall due'],
      })
    ).id
  })
  const find = async (who: Person, q: object) =>
    (await s.call(who.token, 'POST', '/clients/search', q)).body.items.map((i: { id: string }) => i.id)

  it.each([
    'bren',
    'BRENNOVAR',
    'jose',
    'José',
    'quist luis',
    'luis bren',
    'brenovar',
    'brennovra',
    'bernnovar',
    '1971-02-03',
    '02/03/1971',
    '2/3/1971',
    '620-555-0123',
    '(620) 555-0123',
    '+1 620 555 0123',
    'jose@example.com',
    '901-22-3344',
    '901223344',
    'AB-77/1234',
    'ab771234',
    'AB 77 1234',
    'ab 77-1234',
    'AB.77.12 34',
    '555-0123',
    '5550123',
    'W123456789',
    'quist 1971-02-03',
  ])('finds by %s', async (q) => {
    expect(await find(clinician, { q })).toEqual([id])
  })
  it.each([
    'brex',
    'xbren',
    'jose smith',
    '1971-02-04',
    '901-22-3345',
    'josef@example.com',
    "'; drop table clients; --",
    '%',
    '\\',
    '<zq>',
  ])('finds nothing by %s', async (q) => {
    expect(await find(clinician, { q })).toEqual([])
  })
  it('ranks the exact above a prefix, a misspelling and what sounds alike', async () => {
    const named = async (family: string) =>
      (await add(clinician, { contact: { names: [{ given: ['Qa'], family }] } })).id
    const longer = await named('Smithe')
    const alike = await named('Smythe')
    const misspelt = await named('Smyth')
    const prefix = await named('Smithson')
    const exact = await named('Smith')
    const other = await named('Jones')
    const hits = await find(clinician, { q: 'smith' })
    expect(hits.slice(0, 1)).toEqual([exact])
    expect(hits.slice(1, 3).sort()).toEqual([prefix, longer].sort())
    expect(hits.slice(3)).toEqual([misspelt, alike])
    expect(hits).not.toContain(other)
  })
  it.each([
    ['Katherine', 'Catherine'],
    ['Jon', 'John'],
    ['Maier', 'Meyer'],
  ])('finds %s by %s', async (stored, q) => {
    const { id: other } = await add(clinician, { contact: { names: [{ given: [stored], family: 'Xu' }] } })
    expect(await find(clinician, { q: `${q} xu` })).toEqual([other])
  })
  it('finds a foreign number as it is dialled at home', async () => {
    const made = await add(clinician, {
      contact: { names: [{ family: 'Abroad' }], phones: [{ value: '+493012345678' }] },
    })
    for (const q of ['030 12345678', '030/12345678', '+49 30 12345678'])
      expect(await find(clinician, { q }), q).toEqual([made.id])
  })
  it('does not tell a technician of an identifier by writing it with spaces', async () => {
    for (const q of ['AB 77 1234', 'W 123 456 789', '901 22 3344'])
      expect(await find(technician, { q }), q).toEqual([])
  })
  it('finds by tag, without regard to case', async () => {
    expect(await find(clinician, { tag: 'recall DUE' })).toEqual([id])
  })
  it('does not tell a role of a class that it may not see', async () => {
    expect(await find(technician, { q: 'brennovar' })).toEqual([id])
    for (const q of ['901-22-3344', 'AB-77/1234', '1971-02-03'])
      expect(await find(technician, { q })).toEqual([])
    expect(await find(technician, { tag: 'recall due' })).toEqual([])
  })
  it('records a list as one event that names the ids and classes disclosed', async () => {
    await find(clinician, { q: 'brennovar' })
    const { rows } = await s.owner.query(
      "select leaf from audit_events where action = 'client.list' order by id desc limit 1",
    )
    const event = JSON.parse(rows[0].leaf).event
    expect(event.objects).toEqual([id])
    expect(event.classes).toEqual(['contact', 'demographic'])
    expect(rows[0].leaf.toLowerCase()).not.toContain('brennovar')
  })
  it('follows a change of name', async () => {
    const made = await add(clinician, { contact: { names: [{ given: ['Ulrike'], family: 'Vandenplas' }] } })
    await s.call(
      clinician.token,
      'PATCH',
      `/clients/${made.id}`,
      { contact: { names: [{ given: ['Ulrike'], family: 'Oyelaran' }] } },
      { 'if-match': '"1"' },
    )
    expect(await find(clinician, { q: 'vandenplas' })).toEqual([])
    expect(await find(clinician, { q: 'oyelaran' })).toEqual([made.id])
  })
  it('pages through the clients changed last without loss or repetition', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = (
        await s.call(clinician.token, 'POST', '/clients/search', { limit: 3, ...(cursor && { cursor }) })
      ).body
      seen.push(...page.items.map((i: { id: string }) => i.id))
      cursor = page.nextCursor
    } while (cursor)
    const { rows } = await s.owner.query(
      'select count(*)::int as n from clients where shredded_at is null and group_id = $1',
      [s.world.groupId],
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(rows[0].n)
  })
})

describe('what hangs on a client', () => {
  it('keeps notes to their authors, with what they said before sealed in the log', async () => {
    const { id } = await add(clinician)
    const other = await s.world.person('care-coordinator')
    const note = (await s.call(clinician.token, 'POST', `/clients/${id}/notes`, { text: 'first words' })).body
    expect(
      (
        await s.call(
          other.token,
          'PATCH',
          `/clients/${id}/notes/${note.id}`,
          { text: 'mine' },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(403)
    expect(
      (
        await s.call(
          clinician.token,
          'PATCH',
          `/clients/${id}/notes/${note.id}`,
          { text: 'second' },
          { 'if-match': '"1"' },
        )
      ).body.version,
    ).toBe(2)
    expect((await s.call(other.token, 'GET', `/clients/${id}/notes`)).body.items[0].text).toBe('second')
    expect((await s.call(receptionist.token, 'GET', `/clients/${id}/notes`)).status).toBe(403)
    expect((await s.call(other.token, 'DELETE', `/clients/${id}/notes/${note.id}`)).status).toBe(404)
    expect((await s.call(clinician.token, 'DELETE', `/clients/${id}/notes/${note.id}`)).status).toBe(204)
    expect(JSON.stringify(await eventsOf(id))).not.toContain('first words')
  })
  it('adds, changes and removes contacts and relationships', async () => {
    const { id } = await add(clinician)
    const other = await add(clinician, { contact: { names: [{ given: ['Sibling'], family: 'Walhurst' }] } })
    const contact = (
      await s.call(clinician.token, 'POST', `/clients/${id}/contacts`, {
        name: { given: ['Otto'], family: 'Walhurst' },
        relationship: 'father',
        isGuardian: true,
      })
    ).body
    const changed = await s.call(
      clinician.token,
      'PATCH',
      `/clients/${id}/contacts/${contact.id}`,
      { name: { given: ['Otto'], family: 'Berg' } },
      { 'if-match': '"1"' },
    )
    expect(changed.body.name.family).toBe('Berg')
    expect((await s.call(clinician.token, 'DELETE', `/clients/${id}/contacts/${contact.id}`)).status).toBe(
      204,
    )
    const tie = (
      await s.call(clinician.token, 'POST', `/clients/${id}/relationships`, {
        otherClientId: other.id,
        kind: 'sibling',
      })
    ).body
    expect(
      (await s.call(clinician.token, 'GET', `/clients/${id}/relationships`)).body.items[0],
    ).toMatchObject({ kind: 'sibling', otherName: 'Sibling Walhurst' })
    expect((await s.call(clinician.token, 'DELETE', `/clients/${id}/relationships/${tie.id}`)).status).toBe(
      204,
    )
    expect(
      (
        await s.call(clinician.token, 'POST', `/clients/${id}/relationships`, {
          otherClientId: id,
          kind: 'self',
        })
      ).status,
    ).toBe(422)
  })
})

describe('bad input', () => {
  const nasty = [
    "Robert'); DROP TABLE clients;--",
    '<script>alert(1)</script>',
    '\u202eevil',
    '{{7*7}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on loggers, as text
    '${jndi:ldap://x}',
    '../../etc/passwd',
    '\ud83d\ude00',
  ]
  it.each(nasty)('is kept as plain text where text is taken: %s', async (text) => {
    const made = await s.call(
      clinician.token,
      'POST',
      '/clients',
      body({
        contact: { names: [{ given: [text], family: text }] },
        clinical: { summary: text },
        tags: [text],
      }),
    )
    expect(made.status).toBe(201)
    const read = (await s.call(clinician.token, 'GET', `/clients/${made.body.id}`)).body
    expect(read.contact.names[0].family).toBe(text)
    expect(read.clinical.summary).toBe(text)
  })
  it.each([
    ['kind', { kind: 'robot' }],
    ['groupId', { groupId: 'x' }],
    ['contact.names', { contact: {} }],
    ['demographic.birthDate', { demographic: { birthDate: '31.12.1970' } }],
    ['identifier.ssn', { identifier: { ssn: '12' } }],
    ['clinical.summary', { clinical: { summary: 'secret'.repeat(10_000) } }],
    ['extra', { extra: 1 }],
    ['contact.emails.0.value', { contact: { names: [{ given: ['A'] }], emails: [{ value: 'nobody' }] } }],
  ])('names the field %s and never repeats the value', async (field, more) => {
    const answer = await s.call(clinician.token, 'POST', '/clients', body(more))
    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body.errors.map((e: { field: string }) => e.field)).toContain(field)
    expect(JSON.stringify(answer.body)).not.toMatch(/robot|31\.12|secret|nobody/)
  })
  it('answers broken JSON, a wrong media type and an endless body with clear problems', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await s.call(clinician.token, 'POST', '/clients', '{"kind": "per', json)).status).toBe(400)
    expect(
      (await s.call(clinician.token, 'POST', '/clients', '<xml/>', { 'content-type': 'text/xml' })).status,
    ).toBe(415)
    expect(
      (
        await s.call(
          clinician.token,
          'POST',
          '/clients',
          JSON.stringify({ kind: 'x'.repeat(3_000_000) }),
          json,
        )
      ).status,
    ).toBe(413)
    expect((await s.call(clinician.token, 'POST', '/clients', '{"__proto__": {"x": 1}}', json)).status).toBe(
      400,
    )
    expect((await s.call(clinician.token, 'GET', '/clients/nonsense')).status).toBe(422)
  })
})
