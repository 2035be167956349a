import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../testing/world.ts'
import { type Office, startOffice } from './testing/office.ts'

let s: Office
beforeAll(async () => {
  s = await startOffice()
})
afterAll(() => s.stop())

describe('the history of a client', () => {
  const history = (who: Person, id: string, query = '') =>
    s.call(who.token, 'GET', `/clients/${id}/history${query}`)
  const change = async (who: Person, id: string, version: number, body: object) =>
    expect(
      (await s.call(who.token, 'PATCH', `/clients/${id}`, body, { 'if-match': `"${version}"` })).status,
    ).toBe(200)

  test('shows who changed what, from what to what, in the classes that the reader sees', async () => {
    const one = await s.addClient()
    await change(s.clinician, one.id, 1, { clinical: { summary: 'worse' } })
    await change(s.clinician, one.id, 2, { contact: { names: [{ given: ['Zofia'], family: 'Berg' }] } })
    await change(s.clinician, one.id, 3, { identifier: { ssn: '999-82-1234' } })
    const full = (await history(s.clinician, one.id)).body.items
    expect(full.map((e: { action: string }) => e.action)).toEqual([
      'client.change',
      'client.change',
      'client.change',
      'client.create',
    ])
    expect(full[2].changes).toEqual([
      { field: 'clinical.summary', class: 'clinical', from: 'stable', to: 'worse' },
    ])
    expect(full[1].changes.find((c: { field: string }) => c.field === 'contact.names')).toMatchObject({
      from: [{ family: 'Walhurst' }],
      to: [{ family: 'Berg' }],
    })
    expect(full[0].changes[0]).toMatchObject({
      field: 'identifier.ssn',
      from: expect.stringMatching(/^•+5679$/),
      to: expect.stringMatching(/^•+1234$/),
    })
    expect(full[0]).toMatchObject({
      actor: { id: s.clinician.id, name: 'clinician' },
      object: { label: 'Zofia Berg' },
      changed: true,
    })
    expect(await s.lastLeaf('client.history')).toMatchObject({
      object: { type: 'client', id: one.id },
      classes: expect.arrayContaining(['contact', 'identifier', 'clinical']),
    })

    const part = (await history(s.technician, one.id)).body.items.filter(
      (e: { action: string }) => e.action === 'client.change',
    )
    expect(part[2].changes).toEqual([{ field: 'clinical.summary', class: 'clinical' }])
    expect(part[1].changes.find((c: { field: string }) => c.field === 'contact.names').to).toBeDefined()
    expect(part[0].changes).toEqual([{ field: 'identifier.ssn', class: 'identifier' }])
    expect(JSON.stringify(part)).not.toContain('worse')
    expect(await s.lastLeaf('client.history')).toMatchObject({ classes: ['contact'] })
  })

  test('shows notes to those who may read notes', async () => {
    const one = await s.addClient()
    const note = (
      await s.call(s.clinician.token, 'POST', `/clients/${one.id}/notes`, { text: 'Came with her sister' })
    ).body
    await s.call(
      s.clinician.token,
      'PATCH',
      `/clients/${one.id}/notes/${note.id}`,
      { text: 'Came with her brother' },
      { 'if-match': `"${note.version}"` },
    )
    const noteChange = async (who: Person) =>
      (await history(who, one.id)).body.items.find((e: { action: string }) => e.action === 'note.change')
    expect((await noteChange(s.clinician)).changes).toEqual([
      { field: 'note', class: 'note', from: 'Came with her sister', to: 'Came with her brother' },
    ])
    expect((await noteChange(s.technician)).changes).toBeUndefined()
    const noNotes = await s.world.custom(['clients:read'], { contact: 'read', note: 'read' })
    expect((await noteChange(noNotes)).changes).toBeUndefined()
  })

  test('is behind the client’s wall, and the attempt is in it', async () => {
    const one = await s.addClient()
    const refused = await history(s.outsider, one.id)
    expect(refused.status).toBe(404)
    expect(JSON.stringify(refused.body)).not.toContain('Walhurst')
    const { items } = (await history(s.clinician, one.id)).body
    expect(items[0]).toMatchObject({
      action: 'client.history',
      outcome: 'refused',
      actor: { id: s.outsider.id },
    })
    expect((await history(s.auditor, one.id)).status).toBe(403)
  })

  test('keeps addresses and sessions of colleagues for those who read the log', async () => {
    const one = await s.addClient()
    expect((await history(s.clinician, one.id)).body.items[0]).toMatchObject({ ip: null, sessionId: null })
    expect((await history(s.privacy, one.id)).body.items[0].ip).toBe('127.0.0.1')
  })

  test('of a destroyed client says what happened, and no longer what it was', async () => {
    const one = await s.addClient()
    await change(s.clinician, one.id, 1, { clinical: { summary: 'worse' } })
    await s.call(s.clinician.token, 'POST', `/clients/${one.id}/reveal`, {
      field: 'ssn',
      reason: 'Insurance asked',
    })
    const destroyer = await s.world.custom(['clients:read', 'clients:shred', 'audit:read'], {
      clinical: 'write',
      contact: 'read',
      note: 'read',
    })
    expect(
      (
        await s.call(destroyer.token, 'DELETE', `/clients/${one.id}`, {
          reason: 'Asked for by the client in writing',
        })
      ).status,
    ).toBe(200)
    const answer = await history(destroyer, one.id)
    expect(answer.status).toBe(200)
    expect(answer.body.items.map((e: { action: string }) => e.action)).toEqual([
      'client.shred',
      'client.reveal',
      'client.change',
      'client.create',
    ])
    expect(answer.body.items[0]).toMatchObject({ reason: 'Asked for by the client in writing' })
    expect(answer.body.items[1]).toMatchObject({ reason: null, textHidden: true })
    expect(answer.body.items[2].changes).toEqual([{ field: 'clinical.summary', class: 'clinical' }])
  })
})
