import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../../platform/ids.ts'
import { openJson } from '../../../platform/keys/sealed.ts'
import { openSubject } from '../../../platform/keys/subjects.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'
import { openTyped } from '../typed.ts'

let s: TestServer
let inside: Person
let outsider: Person
let officer: Person
beforeAll(async () => {
  s = await startTestServer()
  inside = await s.world.custom(['clients:create', 'clients:read', 'clients:shred'], { contact: 'write' })
  outsider = await s.world.person('clinician', 'outside')
  officer = await s.world.person('privacy-officer', 'nowhere')
})
afterAll(() => s.stop())

const REASON = 'Quellenbrunn was found unconscious'
async function opened(): Promise<{ clientId: string; id: string }> {
  const made = await s.call(inside.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Ola'] }] },
  })
  const clientId = made.body.id
  const { status, body } = await s.call(outsider.token, 'POST', '/break-glass', { clientId, reason: REASON })
  expect(status).toBe(201)
  return { clientId, id: body.id }
}
const listed = async (id: string) =>
  (await s.call(officer.token, 'GET', '/break-glass')).body.items.find((i: { id: string }) => i.id === id)
const review = (who: Person, id: string, outcome = 'justified') =>
  s.call(who.token, 'POST', `/break-glass/${id}/review`, { outcome, comment: 'Quellenbrunn agrees' })

describe('emergency access', () => {
  it('needs its permission and a client that is there', async () => {
    const { clientId } = await opened()
    const desk = await s.world.person('receptionist', 'outside')
    expect((await s.call(desk.token, 'POST', '/break-glass', { clientId, reason: REASON })).status).toBe(403)
    const nobody = { clientId: uuidv7(), reason: REASON }
    expect((await s.call(outsider.token, 'POST', '/break-glass', nobody)).status).toBe(404)
    expect((await s.call(outsider.token, 'GET', '/break-glass')).status).toBe(403)
  })
  it('lasts an hour', async () => {
    const { id } = await opened()
    const { createdAt, expiresAt } = await listed(id)
    expect(Math.abs(Date.parse(expiresAt) - Date.parse(createdAt) - 3_600_000)).toBeLessThan(60_000)
  })
  it('keeps what people type under the client’s own key, in its row and in the log', async () => {
    const { clientId, id } = await opened()
    expect((await review(officer, id)).status).toBe(204)
    const [row] = (await s.owner.query('select * from break_glass where id = $1', [id])).rows
    const events = await s.owner.query(
      "select leaf from audit_events where object_id = $1 and action like 'break-glass.%' order by id",
      [clientId],
    )
    expect(events.rows).toHaveLength(2)
    expect(JSON.stringify([row, events.rows])).not.toMatch(/Quellenbrunn|unconscious/)
    const event = JSON.parse(events.rows[0].leaf).event
    expect(event).toMatchObject({
      action: 'break-glass.open',
      outcome: 'done',
      object: { type: 'client', id: clientId },
    })
    await s.services.db.withContext(
      { orgId: s.world.orgId, userId: null },
      async (tx) => {
        const key = await openSubject(s.services.keys, tx, clientId)
        const place = { orgId: s.world.orgId, table: 'audit_events', column: 'text', row: event.id }
        expect(openJson(key, place, Buffer.from(event.sealed.text, 'base64'))).toEqual({ reason: REASON })
        expect(await openTyped(s.services.keys, tx, clientId, 'reason', id, row.reason)).toBe(REASON)
        // Moved to the other column, it does not open.
        await expect(openTyped(s.services.keys, tx, clientId, 'comment', id, row.reason)).rejects.toThrow()
      },
      'worker',
    )
    expect(await listed(id)).toMatchObject({ reason: REASON, comment: 'Quellenbrunn agrees' })
  })
  it('forgets what was typed when the client is destroyed, and can be reviewed still', async () => {
    const { clientId, id } = await opened()
    const gone = await s.call(inside.token, 'DELETE', `/clients/${clientId}`, { reason: 'asked for it' })
    expect(gone.status).toBe(200)
    expect(await listed(id)).toMatchObject({ clientId, reason: null, outcome: null })
    expect((await review(officer, id, 'unjustified')).status).toBe(204)
    expect(await listed(id)).toMatchObject({
      reason: null,
      outcome: 'unjustified',
      comment: 'Quellenbrunn agrees',
    })
    expect((await s.call(outsider.token, 'POST', '/break-glass', { clientId, reason: REASON })).status).toBe(
      404,
    )
  })
  it('is reviewed once, by two at a time too', async () => {
    const { id } = await opened()
    const second = await s.world.person('privacy-officer', 'nowhere')
    const answers = await Promise.all([review(officer, id), review(second, id, 'unjustified')])
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409])
    expect((await review(officer, uuidv7())).status).toBe(404)
  })
})
