import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Forms, INTAKE, startForms } from './testing/intake.ts'

let f: Forms
beforeAll(async () => {
  f = await startForms()
})
afterAll(() => f.stop())

const at = (version: number) => ({ 'if-match': `"${version}"` })
const post = (path: string, body: object, headers = {}) =>
  f.s.call(f.builder.token, 'POST', path, body, headers)

describe('a form', () => {
  it('is edited, published in numbered versions that stay, withdrawn and asked again', async () => {
    const made = await post('/forms', { definition: INTAKE })
    expect(made.body).toMatchObject({
      state: 'draft',
      published: null,
      changed: true,
      questions: 8,
      version: 1,
    })
    const path = `/forms/${made.body.id}`
    const first = await post(`${path}/publish`, {}, at(1))
    expect(first.body).toMatchObject({ state: 'published', published: 1, changed: false })
    expect((await post(`${path}/publish`, {}, at(2))).status).toBe(409)
    const title = { en: 'Intake, revised' }
    const changed = await f.s.call(
      f.builder.token,
      'PATCH',
      path,
      { definition: { ...INTAKE, title } },
      at(2),
    )
    expect(changed.body).toMatchObject({ title, published: 1, changed: true })
    expect((await f.s.call(f.builder.token, 'PATCH', path, { atWill: true }, at(2))).status).toBe(412)
    expect((await post(`${path}/publish`, {}, at(3))).body.published).toBe(2)
    const old = await f.s.call(f.clinician.token, 'GET', `${path}/versions/1`)
    expect(old.body.definition.title).toEqual(INTAKE.title)
    const versions = await f.s.call(f.clinician.token, 'GET', `${path}/versions`)
    expect(versions.body.items).toMatchObject([{ n: 2, publishedBy: 'care-coordinator' }, { n: 1 }])
    expect((await post(`${path}/withdraw`, {}, at(4))).body.state).toBe('withdrawn')
    const refused = await f.s.call(f.clinician.token, 'POST', '/form-responses', {
      formId: made.body.id,
      clientId: f.clientId,
      how: 'send',
    })
    expect(refused.body.title).toBe('This form is not published')
    expect((await post(`${path}/publish`, {}, at(5))).body).toMatchObject({
      state: 'published',
      published: 2,
    })
    expect((await f.s.call(f.builder.token, 'DELETE', path)).status).toBe(409)
    const copy = await post(`${path}/duplicate`, {})
    expect(copy.body).toMatchObject({
      title: { en: 'Intake, revised (copy)' },
      state: 'draft',
      published: null,
    })
    expect((await f.s.call(f.builder.token, 'DELETE', `/forms/${copy.body.id}`)).status).toBe(204)
  })

  it('is published only when it is one: what is wrong is named by its place, and nothing is repeated', async () => {
    const definition = {
      title: { en: 'Broken' },
      fields: [
        {
          id: 'a',
          kind: 'text',
          label: { en: 'A' },
          class: 'clinical',
          when: { match: 'all', tests: [{ field: 'later', is: 'answered' }] },
        },
        { id: 'later', kind: 'choice', label: { en: 'B' }, class: 'clinical' },
      ],
    }
    const made = await post('/forms', { definition })
    const refused = await post(`/forms/${made.body.id}/publish`, {}, at(1))
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map((e: { field: string }) => e.field)).toEqual([
      'definition.fields.0.when.tests.0.field',
      'definition.fields.1.options',
    ])
  })

  it('is built by who may, for facilities that there are, and its words lie sealed', async () => {
    expect((await f.s.call(f.clinician.token, 'POST', '/forms', { definition: INTAKE })).status).toBe(403)
    expect(
      (await post('/forms', { definition: INTAKE, facilityIds: [f.clientId] })).body.errors[0].field,
    ).toBe('facilityIds')
    const one = await post('/forms', {
      definition: INTAKE,
      everywhere: false,
      facilityIds: [f.s.world.facilityId],
    })
    expect(one.body.facilityIds).toEqual([f.s.world.facilityId])
    const { rows } = await f.s.owner.query(
      'select row_to_json(x)::text as t from forms x union all select row_to_json(v)::text from form_versions v',
    )
    for (const { t } of rows) expect(t).not.toContain('Intake')
    // What was published is changed by nobody, whatever statement they come with.
    await expect(
      f.s.services.db.withContext({ orgId: f.s.world.orgId, userId: f.builder.id }, (tx) =>
        tx.client.query('update form_versions set n = 7'),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
