import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  leafHash,
  parseVerifierKey,
  verifyCheckpoint,
  verifyExport,
  verifyInclusion,
} from '../../../tlog/index.ts'
import { type Office, startOffice } from './testing/office.ts'

let s: Office
beforeAll(async () => {
  s = await startOffice()
})
afterAll(() => s.stop())

describe('what proves the log', () => {
  test('the checkpoint verifies with the key, and the proof of an event under it', async () => {
    const one = await s.addClient()
    const [{ id }] = (await s.owner.query('select id from audit_events where object_id = $1', [one.id])).rows
    expect((await s.call(s.auditor.token, 'GET', `/audit/events/${id}/proof`)).status).toBe(409)
    expect((await s.call(s.auditor.token, 'GET', '/audit/checkpoint')).body.waiting).toBeGreaterThan(0)
    await s.sequence()
    const { body } = await s.call(s.auditor.token, 'GET', '/audit/checkpoint')
    expect(body).toMatchObject({ waiting: 0, trouble: null, origin: `wellkeep/${s.world.orgId}` })
    const verifiers = [parseVerifierKey(body.verifierKey)]
    expect(verifyCheckpoint(body.checkpoint, verifiers)).toMatchObject({ size: body.size })
    const proof = (await s.call(s.auditor.token, 'GET', `/audit/events/${id}/proof`)).body
    const head = verifyCheckpoint(proof.checkpoint, verifiers)
    const path = proof.proof.map((h: string) => Buffer.from(h, 'base64'))
    expect(proof.holds).toBe(true)
    expect(
      verifyInclusion(leafHash(Buffer.from(proof.leaf)), proof.leafIndex, head.size, path, head.root),
    ).toBe(true)
    expect(JSON.parse(proof.leaf).event.id).toBe(id)
    expect((await s.call(s.auditor.token, 'GET', `/audit/events/${s.clinician.id}/proof`)).status).toBe(404)
  })

  test('the export verifies offline with the key alone, and is an event itself', async () => {
    await s.addClient()
    await s.sequence()
    const key = (await s.call(s.auditor.token, 'GET', '/audit/checkpoint')).body.verifierKey
    const answer = await s.call(s.auditor.token, 'GET', '/audit/export')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('application/x-ndjson')
    const one = await s.events(s.auditor, 'action=audit.export&limit=1')
    expect(one.items[0]).toMatchObject({ actor: { id: s.auditor.id }, classes: [] })
    const report = await verifyExport([Buffer.from(answer.body)] as unknown as AsyncIterable<Uint8Array>, key)
    expect(report).toMatchObject({ ok: true, origin: `wellkeep/${s.world.orgId}`, problems: [] })
    expect(report.events).toBeGreaterThan(1)
  })

  test('a log that was cut back says so', async () => {
    await s.addClient()
    await s.sequence()
    await s.owner.query(
      'delete from audit_checkpoints where size = (select max(size) from audit_checkpoints)',
    )
    expect((await s.call(s.auditor.token, 'GET', '/audit/checkpoint')).body.trouble).toBe('rolled-back')
    await s.owner.query('delete from audit_checkpoints')
    expect((await s.call(s.auditor.token, 'GET', '/audit/checkpoint')).body).toMatchObject({
      trouble: 'rolled-back',
      size: 0,
      checkpoint: null,
    })
  })
})
