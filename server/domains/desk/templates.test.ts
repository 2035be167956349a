import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../testing/world.ts'
import { type Desk, SUSPECT, startDesk } from './testing/desk.ts'

let d: Desk
let lead: Person
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(['tickets:read', 'tickets:create', 'tickets:write', 'desk:settings'], {})
})
afterAll(() => d.s.stop())

let n = 0
const make = (body: object = {}, who = lead) =>
  d.call(who, 'POST', '/ticket-templates', { name: `Template ${++n}`, ...body })
const names = async (who: Person) =>
  (await d.call(who, 'GET', '/ticket-templates')).body.items.map((t: { name: string }) => t.name)

describe('templates of tickets', () => {
  it('are made, changed in the version that was read, and removed by who edits the desk, each in the log', async () => {
    const whole = {
      name: 'New laptop',
      subject: 'A laptop for somebody new',
      body: 'Which model, and by when?',
      tags: ['hardware'],
      impact: 3,
      urgency: 2,
    }
    const made = await make(whole)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(made.body).toMatchObject({ ...whole, queueId: null, teamIds: [], archived: false, version: 1 })
    const { id } = made.body
    const put = (body: object, version: number) =>
      d.call(lead, 'PUT', `/ticket-templates/${id}`, body, { 'if-match': `"${version}"` })
    expect((await put({ ...whole, subject: 'A new laptop' }, 1)).body).toMatchObject({ version: 2 })
    expect((await put(whole, 1)).status).toBe(412)
    expect((await make({ name: 'new LAPTOP' })).body.errors[0].field).toBe('name')
    expect(await names(d.tech)).toContain('New laptop')
    expect((await make({}, d.tech)).status).toBe(403)
    expect((await d.call(d.tech, 'DELETE', `/ticket-templates/${id}`)).status).toBe(403)
    expect((await d.call(lead, 'DELETE', `/ticket-templates/${id}`)).status).toBe(204)
    for (const did of ['create', 'change', 'remove'])
      expect(await d.events(`ticket-template.${did}`, id)).toHaveLength(1)
  })

  it('lie in the database without a word that was typed', async () => {
    await make({ name: 'Quorvane', subject: 'Xylopha', body: 'Brundlewick', tags: ['Snorfle'] })
    const { rows } = await d.s.owner.query('select t::text as row from ticket_templates t')
    for (const word of ['Quorvane', 'Xylopha', 'Brundlewick', 'Snorfle'])
      expect(
        rows.some((r) => r.row.includes(word) || r.row.includes(Buffer.from(word).toString('hex'))),
      ).toBe(false)
  })

  it('are refused, by field, where they tell about a patient or name what is not there', async () => {
    for (const field of ['name', 'subject', 'body'] as const) {
      const refused = await make({ [field]: field === 'name' ? 'SSN 536-22-8145' : SUSPECT })
      expect(refused.status).toBe(422)
      expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual([field])
      expect(JSON.stringify(refused.body)).not.toContain('536-22')
    }
    expect((await make({ tags: ['SSN 536-22-8145'] })).body.errors[0].field).toBe('tags')
    const nothing = '01890000-0000-7000-8000-000000000000'
    for (const field of ['queueId', 'typeId', 'checklistId'])
      expect((await make({ [field]: nothing })).body.errors[0].field).toBe(field)
    expect((await make({ teamIds: [nothing] })).body.errors[0].field).toBe('teamIds')
  })

  it('are offered to the teams that they are for, by the database itself', async () => {
    const mine = (await d.s.owner.query('select team_id from team_members where user_id = $1', [d.tech.id]))
      .rows[0].team_id
    const outside = await d.s.world.person('technician', 'outside')
    const made = await make({ name: 'Ours', teamIds: [mine] })
    expect(await names(d.tech)).toContain('Ours')
    expect(await names(outside)).not.toContain('Ours')
    expect(await names(lead)).toContain('Ours')
    const ticket = (who: Person) =>
      d.call(who, 'POST', '/tickets', {
        subject: 'x',
        queueId: who === outside ? undefined : d.s.world.queueId,
        templateId: made.body.id,
      })
    expect((await ticket(outside)).body.errors[0].field).toBe('templateId')
    const opened = await ticket(d.tech)
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    expect((await d.events('ticket.create', opened.body.id))[0].facts.template).toBe(made.body.id)
  })

  it('bring a checklist along, once, besides those of the type', async () => {
    const step = (title: string) => ({ title, required: true, roleId: null, people: 1 })
    const type = await d.call(lead, 'POST', '/ticket-types', {
      name: 'Onboarding',
      flowId: (await d.call(lead, 'GET', '/ticket-flows')).body.items[0].id,
    })
    const list = await d.call(lead, 'POST', '/checklist-templates', {
      name: 'Handing over',
      typeId: type.body.id,
      steps: [step('Sign for it')],
    })
    const titles = async (body: object) =>
      (await d.read(await d.open(body))).steps.map((s: { title: string }) => s.title)
    expect(await titles({})).toEqual([])
    expect(await titles({ checklistIds: [list.body.id] })).toEqual(['Sign for it'])
    expect(await titles({ checklistIds: [list.body.id], typeId: type.body.id })).toEqual(['Sign for it'])
    const refused = await d.call(d.tech, 'POST', '/tickets', {
      subject: 'x',
      checklistIds: [type.body.id],
    })
    expect(refused.body.errors[0].field).toBe('checklistIds')
  })
})
