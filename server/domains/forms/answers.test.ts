import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobs } from '../../testing/jobs.ts'
import { drawing, type Forms, INTAKE, startForms } from './testing/intake.ts'

let f: Forms
let formId: string
beforeAll(async () => {
  f = await startForms()
  formId = await f.form()
})
afterAll(() => f.stop())

const at = (version: number) => ({ 'if-match': `"${version}"` })
const path = (id: string, rest = '') => `/portal/form-responses/${id}${rest}`
const save = (id: string, answers: object, version: number, who = f.patient) =>
  f.s.call(who, 'PUT', path(id, '/answers'), { answers }, at(version))
const submit = (id: string, answers: object, version: number, headers = {}) =>
  f.s.call(f.patient, 'POST', path(id, '/submit'), { answers }, { ...at(version), ...headers })
const WHOLE = { given: 'Wanda', pain: true, where: ['knee'] }
const fields = (answer: { body: { errors: { field: string }[] } }) => answer.body.errors.map((e) => e.field)

describe('a form that a client was sent', () => {
  it('tells its people by a notice without content, holds what the record says, and lands in the record', async () => {
    const sent = await f.send(formId, { people: [f.patient.id], dueOn: '2030-01-31' })
    const jobs = await f.s.owner.query('select payload::text as p from graphile_worker._private_jobs')
    expect(jobs.rows.some((r) => r.p.includes(f.patient.id))).toBe(true)
    expect(JSON.stringify(jobs.rows)).not.toMatch(/Intake|Wanda/)
    const list = await f.s.call(f.patient, 'GET', '/portal/form-responses')
    expect(list.body.items).toMatchObject([
      { id: sent.id, state: 'asked', dueOn: '2030-01-31', title: INTAKE.title },
    ])
    const open = await f.s.call(f.patient, 'GET', path(sent.id))
    expect(open.body).toMatchObject({
      fillable: true,
      answers: {},
      prefilled: { given: 'Wanda', phone: '555 0100', born: '1980-02-03', member: 'MEM-778899' },
    })
    const saved = await save(sent.id, { given: 'Wan', phone: '1' }, 1)
    expect(saved.body).toEqual({ version: 2 })
    const done = await submit(
      sent.id,
      { ...WHOLE, phone: '555 0199', sign: { kind: 'typed', text: 'Wanda Quill' } },
      2,
    )
    expect(done.body).toMatchObject({ state: 'submitted', by: 'Wanda Quill', fillable: false })
    const tab = await f.s.call(f.clinician.token, 'GET', `/clients/${f.clientId}/forms?state=submitted`)
    expect(tab.body.items.map((r: { id: string }) => r.id)).toContain(sent.id)
    const seen = await f.s.call(f.clinician.token, 'GET', `/form-responses/${sent.id}`)
    expect(seen.body.answers).toMatchObject({ given: 'Wanda', where: ['knee'], phone: '555 0199' })
    const history = await f.s.call(f.clinician.token, 'GET', `/clients/${f.clientId}/history`)
    expect(history.body.items.map((e: { action: string }) => e.action)).toEqual(
      expect.arrayContaining(['form-response.send', 'form-response.submit', 'form-response.read']),
    )
    const { rows } = await f.s.owner.query(
      'select row_to_json(r)::text as t from form_responses r union all select leaf from audit_events',
    )
    for (const { t } of rows) expect(t).not.toMatch(/knee|555 0199|Wanda Quill/)
  })

  it('tells whoever sent it when it was handed in, and the form’s team; those who may read answers', async () => {
    await f.s.world.person('clinician', 'outside')
    const reads = await f.s.world.person('clinician')
    const told = async () => {
      await runJobs(f.s)
      const { rows } = await f.s.owner.query(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
          where t.id = j.task_id and t.identifier = 'staff.notice' returning j.payload -> 'payload' ->> 'userId' as id`,
      )
      return rows.map((r) => r.id)
    }
    const sent = await f.send(formId, { people: [f.patient.id] })
    await told()
    expect((await submit(sent.id, WHOLE, 1)).status).toBe(200)
    expect(await told()).toEqual([f.clinician.id])
    const atWill = async (toldTeamId?: string) => {
      const id = await f.form(INTAKE, { atWill: true, ...(toldTeamId && { toldTeamId }) })
      const begun = await f.s.call(f.patient, 'POST', '/portal/form-responses', {
        formId: id,
        clientId: f.clientId,
      })
      expect((await submit(begun.body.id, WHOLE, 1)).status).toBe(200)
      return (await told()).sort()
    }
    // Nobody sent it: the team is told; where that is nobody who sees the client, whoever made the form.
    const { insideTeamId, outsideTeamId } = f.s.world
    expect(await atWill(insideTeamId)).toEqual([f.clinician.id, f.builder.id, reads.id].sort())
    expect(await atWill(outsideTeamId)).toEqual([f.builder.id])
    expect(await atWill()).toEqual([f.builder.id])
    const wrong = { definition: INTAKE, toldTeamId: f.clientId }
    expect(fields(await f.s.call(f.builder.token, 'POST', '/forms', wrong))).toEqual(['toldTeamId'])
  })

  it('is shown to staff by class, and to who is tied by name alone without what the record says', async () => {
    const sent = await f.send(formId)
    const asContact = await f.s.call(f.other, 'GET', path(sent.id))
    expect(asContact.body.prefilled).toEqual({ given: 'Wanda' })
    await submit(sent.id, { ...WHOLE, member: 'MEM-112233' }, 1)
    const desk = await f.s.world.person('receptionist')
    const seen = (await f.s.call(desk.token, 'GET', `/form-responses/${sent.id}`)).body
    expect(seen.answers).toMatchObject({ given: 'Wanda' })
    expect(seen.answers.member).not.toContain('1122')
    expect(Object.keys(seen.answers)).not.toContain('pain')
    expect(seen.closed).toEqual(['pain', 'where', 'scan'])
  })

  it('refuses by question, and never by what was said, whatever is missing, hidden, tampered with or too long', async () => {
    const { id } = await f.send(formId)
    expect(fields(await submit(id, { given: 'Wanda' }, 1))).toEqual(['answers.pain'])
    expect(fields(await submit(id, { ...WHOLE, where: [] }, 1))).toEqual(['answers.where'])
    const refused = await submit(
      id,
      { ...WHOLE, where: ['elbow-Quellenbrunn'], given: 'x'.repeat(501), born: '1980-02-30' },
      1,
    )
    expect(fields(refused).sort()).toEqual(['answers.born', 'answers.given', 'answers.where'])
    expect(JSON.stringify(refused.body)).not.toMatch(/Quellenbrunn|xxx/)
    expect(fields(await submit(id, { ...WHOLE, admin: true }, 1))).toEqual(['answers'])
    expect(fields(await save(id, { given: 7 }, 1))).toEqual(['answers.given'])
    expect(fields(await save(id, { about: 'x' }, 1))).toEqual(['answers'])
    expect((await f.s.call(f.patient, 'POST', path(id, '/submit'), { answers: WHOLE })).status).toBe(428)
    // Hidden answers are dropped, also when somebody insists on them.
    const done = await submit(id, { ...WHOLE, pain: false }, 1)
    expect(done.body.answers).toEqual({ given: 'Wanda', pain: false })
  })

  it('is handed in once: the same key answers the same, and nothing after it changes anything', async () => {
    const { id } = await f.send(formId)
    const key = { 'idempotency-key': `submit-${id}` }
    const first = await submit(id, WHOLE, 1, key)
    const again = await submit(id, WHOLE, 1, key)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.submittedAt).toBe(first.body.submittedAt)
    expect((await submit(id, { ...WHOLE, given: 'W' }, 2)).body.title).toBe('This form was handed in already')
    expect((await save(id, { given: 'W' }, 2)).status).toBe(409)
    await expect(
      f.s.services.db.withContext({ orgId: f.s.world.orgId, userId: f.clinician.id }, (tx) =>
        tx.client.query('update form_responses set sealed_contact = null where id = $1', [id]),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('keeps to the version that was sent, whatever is published meanwhile', async () => {
    const other = await f.form()
    const { id } = await f.send(other)
    const definition = { ...INTAKE, fields: INTAKE.fields.filter((x) => x.id !== 'where') }
    await f.s.call(f.builder.token, 'PATCH', `/forms/${other}`, { definition }, at(2))
    await f.s.call(f.builder.token, 'POST', `/forms/${other}/publish`, {}, at(3))
    const done = await submit(id, WHOLE, 1)
    expect(done.body).toMatchObject({ n: 1, answers: { where: ['knee'] } })
    await f.s.call(f.builder.token, 'POST', `/forms/${other}/withdraw`, {}, at(4))
    expect((await f.s.call(f.patient, 'GET', path(id))).body.definition.fields).toHaveLength(
      INTAKE.fields.length,
    )
  })

  it('lets two people at one draft not write over each other', async () => {
    const { id } = await f.send(formId)
    expect((await save(id, { given: 'Wan' }, 1)).body.version).toBe(2)
    expect((await save(id, { given: 'Otto' }, 1, f.other)).status).toBe(412)
    expect((await f.s.call(f.other, 'GET', path(id))).body.answers).toEqual({ given: 'Wan' })
    const both = await Promise.all([save(id, { given: 'A' }, 2), save(id, { given: 'B' }, 2, f.other)])
    expect(both.map((b) => b.status).sort()).toEqual([200, 412])
  })

  it('is open to nobody else, and closed when it is taken back or the tie goes', async () => {
    const { id } = await f.send(formId, { people: [f.patient.id] })
    for (const who of [f.other, f.stranger]) {
      expect((await f.s.call(who, 'GET', path(id))).status).toBe(404)
      expect((await save(id, {}, 1, who)).status).toBe(404)
    }
    const outside = await f.s.world.person('clinician', 'outside')
    for (const [method, rest] of [
      ['GET', ''],
      ['POST', '/withdraw'],
      ['POST', '/take-over'],
      ['POST', '/export'],
    ] as const) {
      const body =
        rest === '/take-over'
          ? { take: ['given'] }
          : rest === '/export'
            ? { purpose: 'to see' }
            : method === 'POST'
              ? {}
              : undefined
      expect(
        (await f.s.call(outside.token, method, `/form-responses/${id}${rest}`, body, at(1))).status,
        rest,
      ).toBe(404)
    }
    const send = await f.s.call(outside.token, 'POST', '/form-responses', {
      formId,
      clientId: f.clientId,
      how: 'send',
    })
    expect(send.status).toBe(404)
    expect((await f.s.call(outside.token, 'GET', `/clients/${f.clientId}/forms`)).status).toBe(404)
    const foreign = { formId, clientId: f.clientId, how: 'send', people: [f.stranger.id] }
    expect(fields(await f.s.call(f.clinician.token, 'POST', '/form-responses', foreign))).toEqual(['people'])
    expect(
      (await f.s.call(f.clinician.token, 'POST', `/form-responses/${id}/withdraw`, {}, at(1))).status,
    ).toBe(200)
    expect((await f.s.call(f.patient, 'GET', path(id))).status).toBe(404)
  })
})

describe('a form that is filled at will', () => {
  it('is there for who it is meant for, and begun for one’s own client alone', async () => {
    const here = await f.form(INTAKE, { atWill: true })
    const there = await f.form(INTAKE, {
      atWill: true,
      everywhere: false,
      facilityIds: [f.s.world.facilityId],
    })
    const ids = async (who = f.patient) =>
      (await f.s.call(who, 'GET', '/portal/forms')).body.items.map((x: { id: string }) => x.id)
    expect(await ids()).toContain(here)
    expect(await ids()).not.toContain(there)
    expect(await ids(f.stranger)).toEqual([])
    const begin = (who = f.patient, body = { formId: here, clientId: f.clientId }) =>
      f.s.call(who, 'POST', '/portal/form-responses', body, { 'idempotency-key': `begin-${who.id}` })
    const made = await begin()
    expect(made.body).toMatchObject({ state: 'draft', fillable: true, prefilled: { given: 'Wanda' } })
    expect((await begin()).body.id).toBe(made.body.id)
    expect(fields(await begin(f.stranger))).toEqual(['clientId'])
    expect(fields(await begin(f.other, { formId, clientId: f.clientId }))).toEqual(['formId'])
    await f.s.owner.query('insert into user_facilities (org_id, user_id, facility_id) values ($1, $2, $3)', [
      f.s.world.orgId,
      f.patient.id,
      f.s.world.facilityId,
    ])
    expect(await ids()).toContain(there)
  })
})

describe('staff', () => {
  it('fill a form for a client where they may change every class that it asks for', async () => {
    const begin = (who = f.clinician) =>
      f.s.call(who.token, 'POST', '/form-responses', { formId, clientId: f.clientId, how: 'fill' })
    const { body } = await begin()
    expect(body).toMatchObject({
      state: 'draft',
      byStaff: true,
      fillable: true,
      prefilled: { given: 'Wanda' },
    })
    const put = await f.s.call(
      f.clinician.token,
      'PUT',
      `/form-responses/${body.id}/answers`,
      { answers: { given: 'W' } },
      at(1),
    )
    expect(put.body).toEqual({ version: 2 })
    const done = await f.s.call(
      f.clinician.token,
      'POST',
      `/form-responses/${body.id}/submit`,
      { answers: WHOLE },
      at(2),
    )
    expect(done.body).toMatchObject({ state: 'submitted', by: 'clinician' })
    expect((await begin(f.builder)).status).toBe(403)
    expect((await f.s.call(f.patient, 'GET', path(body.id))).status).toBe(404)
    // What a client was asked is the client's to answer.
    const sent = await f.send(formId)
    const answers = { answers: WHOLE }
    expect(
      (await f.s.call(f.clinician.token, 'PUT', `/form-responses/${sent.id}/answers`, answers, at(1))).status,
    ).toBe(409)
  })

  it('take over into the record what differs, field by field, in the version that they have seen', async () => {
    const { id } = await f.send(formId)
    await submit(id, { ...WHOLE, phone: '555 0177', born: '1980-02-04', member: 'MEM-778899' }, 1)
    const decide = (body: object, version: number) =>
      f.s.call(f.clinician.token, 'POST', `/form-responses/${id}/take-over`, body, at(version))
    const seen = (await f.s.call(f.clinician.token, 'GET', `/form-responses/${id}`)).body
    expect(seen.proposals).toMatchObject([
      { field: 'phone', before: '555 0100', after: '555 0177', hindered: null },
      { field: 'born', before: '1980-02-03', after: '1980-02-04' },
    ])
    expect((await decide({ take: ['phone'] }, seen.clientVersion + 1)).status).toBe(412)
    expect(fields(await decide({ take: ['given'] }, seen.clientVersion))).toEqual(['take'])
    const taken = await decide({ take: ['phone'], leave: ['born'] }, seen.clientVersion)
    expect(taken.body).toMatchObject({ proposals: [], clientVersion: seen.clientVersion + 1 })
    const record = (await f.s.call(f.clinician.token, 'GET', `/clients/${f.clientId}`)).body
    expect(record.contact.phones).toEqual([{ value: '555 0177' }])
    expect(record.demographic.birthDate).toBe('1980-02-03')
    expect(fields(await decide({ take: ['born'] }, seen.clientVersion + 1))).toEqual(['take'])
    const found = await f.s.call(f.clinician.token, 'POST', '/clients/search', { q: '5550177' })
    expect(found.body.items.map((c: { id: string }) => c.id)).toEqual([f.clientId])
  })
})

describe('files and signatures', () => {
  it('of a form are its own, read before they are opened, and seen by who sees the class clinical', async () => {
    const { id } = await f.send(formId, { people: [f.patient.id] })
    const elsewhere = await f.upload(f.patient, (await f.send(formId)).id)
    expect(fields(await save(id, { scan: [elsewhere] }, 1))).toEqual(['answers.scan'])
    const file = await f.upload(f.patient, id)
    const saved = await save(id, { scan: [file] }, 1)
    expect(saved.status).toBe(200)
    expect((await f.s.call(f.patient, 'GET', path(id))).body.files).toMatchObject([
      { id: file, state: 'unread' },
    ])
    expect((await f.s.call(f.patient, 'GET', `/portal/files/${file}/content`)).status).toBe(409)
    await runJobs(f.s)
    const done = await submit(id, { ...WHOLE, scan: [file] }, 2)
    expect(done.body.files).toMatchObject([{ id: file, state: 'open', name: 'knee.txt' }])
    expect((await f.s.call(f.patient, 'GET', `/portal/files/${file}/content`)).body).toContain('knee')
    expect((await f.s.call(f.clinician.token, 'GET', `/files/${file}/content`)).body).toContain('knee')
    for (const who of [f.other, f.stranger])
      expect((await f.s.call(who, 'GET', `/portal/files/${file}/content`)).status).toBe(404)
    const desk = await f.s.world.person('receptionist')
    expect((await f.s.call(desk.token, 'GET', `/files/${file}/content`)).status).toBe(403)
    const outside = await f.s.world.person('clinician', 'outside')
    expect((await f.s.call(outside.token, 'GET', `/files/${file}/content`)).status).toBe(404)
    const late = { ownerType: 'form-response', ownerId: id, name: 'x', size: 1 }
    expect((await f.s.call(f.patient, 'POST', '/portal/files', late)).status).toBe(409)
  })

  it('drawn are whole pictures, or refused', async () => {
    const { id } = await f.send(formId)
    const sign = (png: Buffer) =>
      submit(id, { ...WHOLE, sign: { kind: 'drawn', png: png.toString('base64') } }, 1)
    expect(fields(await sign(drawing(4, 3, 2)))).toEqual(['answers.sign'])
    expect(fields(await sign(drawing(2000, 2000, 1)))).toEqual(['answers.sign'])
    expect(fields(await sign(Buffer.from('<svg/>')))).toEqual(['answers.sign'])
    const done = await sign(drawing())
    expect(done.status).toBe(200)
    const pdf = await f.s.call(f.clinician.token, 'POST', `/form-responses/${id}/export`, {
      purpose: 'Second opinion',
    })
    expect(pdf.status).toBe(200)
    expect(String(pdf.body).slice(0, 5)).toBe('%PDF-')
  })
})

describe('given out', () => {
  it('is each a disclosure with its purpose, by the classes and walls of who asks', async () => {
    const own = await f.form()
    const { id } = await f.send(own)
    await submit(id, { ...WHOLE, member: 'MEM-112233' }, 1)
    const csv = (who: { token: string }) =>
      f.s.call(who.token, 'POST', `/forms/${own}/export`, { purpose: 'Yearly report' })
    const all = String((await csv(f.clinician)).body).split('\r\n')
    expect(all[0]).toContain('Any pain?')
    expect(all[1]).toContain(id)
    expect(all[1]).toMatch(/Yes,Knee/)
    const few = await f.s.world.custom(['forms:read', 'clients:export', 'clients:read'], { contact: 'read' })
    const less = String((await csv(few)).body)
    expect(less).toContain('First name')
    expect(less).not.toMatch(/pain|MEM-112233/)
    const outside = await f.s.world.person('clinician', 'outside')
    expect(String((await csv(outside)).body)).not.toContain(id)
    expect((await f.s.call(f.clinician.token, 'POST', `/forms/${own}/export`, { purpose: '' })).status).toBe(
      422,
    )
    const { rows } = await f.s.owner.query("select leaf from audit_events where action = 'form.export'")
    expect(rows.length).toBe(3)
    for (const { leaf } of rows) expect(leaf).not.toContain('Yearly')
    const bundle = (
      await f.s.call(f.clinician.token, 'POST', `/clients/${f.clientId}/export`, {
        format: 'fhir',
        purpose: 'Moves away',
      })
    ).body
    const responses = bundle.entry
      .map((e: { resource: { resourceType: string; id: string } }) => e.resource)
      .filter((r: { resourceType: string }) => r.resourceType === 'QuestionnaireResponse')
    expect(responses.find((r: { id: string }) => r.id === id)).toMatchObject({
      status: 'completed',
      subject: { reference: `Patient/${f.clientId}` },
      item: expect.arrayContaining([{ linkId: 'pain', text: 'Any pain?', answer: [{ valueBoolean: true }] }]),
    })
  })
})

it('goes with its client: answers, their key and their files', async () => {
  const { id } = await f.send(formId, { people: [f.patient.id] })
  const file = await f.upload(f.patient, id)
  await submit(id, { ...WHOLE, scan: [file] }, 1)
  const officer = await f.s.world.custom(['clients:shred', 'clients:read'], { contact: 'read' })
  const gone = await f.s.call(officer.token, 'DELETE', `/clients/${f.clientId}`, {
    reason: 'Asked to be forgotten',
  })
  expect(gone.status).toBe(200)
  const { rows } = await f.s.owner.query(
    `select num_nonnulls(sealed_contact, sealed_demographic, sealed_identifier, sealed_clinical, sealed_financial, sealed_note)::int as n
      from form_responses where id = $1 union all select count(*)::int from deks where wrapped is not null and subject_id = any ($2)`,
    [id, [file, f.clientId]],
  )
  expect(rows.map((r) => r.n)).toEqual([0, 0])
  expect((await f.s.call(f.patient, 'GET', path(id))).status).toBe(404)
  expect((await f.s.call(f.clinician.token, 'GET', `/form-responses/${id}`)).status).toBe(404)
})
