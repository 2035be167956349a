import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileKeyring, KeyringError } from '../../platform/keys/file-keyring.ts'
import { OrgKeys } from '../../platform/keys/org-keys.ts'
import { KeyMissing } from '../../platform/keys/provider.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { checkKeys, forgetOld, keyReport, rewrap, rotate, verifyKeys } from './index.ts'

let s: TestServer
let twin: TestServer
const ids: string[] = []
let token: string

beforeAll(async () => {
  s = await startTestServer()
  twin = await s.twin()
  token = (await s.world.person('clinician')).token
  for (let i = 0; i < 40; i++)
    ids.push(
      (
        await s.call(token, 'POST', '/clients', {
          kind: 'person',
          groupId: s.world.groupId,
          contact: { names: [{ given: [`N${i}`] }] },
          clinical: { summary: `S${i}` },
        })
      ).body.id,
    )
})
afterAll(async () => {
  await twin.stop()
  await s.stop()
})

describe('rotation', () => {
  it('leaves no row unreadable at any moment, in this process or another, while both serve and write', async () => {
    let going = true
    let reads = 0
    let writes = 0
    const reader = async (server: TestServer) => {
      for (let i = 0; going; i++) {
        const answer = await server.call(token, 'GET', `/clients/${ids[i % ids.length]}`)
        if (answer.status !== 200 || answer.body.clinical.summary !== `S${i % ids.length}`)
          throw new Error(`read ${i} answered ${answer.status}`)
        reads++
      }
    }
    const writer = async (server: TestServer) => {
      while (going) {
        const made = await server.call(token, 'POST', '/clients', {
          kind: 'person',
          groupId: s.world.groupId,
          contact: { names: [{ given: ['New'] }] },
        })
        if (made.status !== 201) throw new Error(`write answered ${made.status}`)
        writes++
      }
    }
    const work = [reader(s), reader(twin), writer(twin)]
    const before = (await keyReport(s.services)).rootKeys.find((k) => k.active)!.id
    for (let turn = 0; turn < 5 || writes < 10; turn++) {
      await rotate(s.services, async () => {})
      await rewrap(s.services)
    }
    going = false
    await Promise.all(work)
    expect(reads).toBeGreaterThan(20)
    await rewrap(s.services)
    const report = await keyReport(s.services)
    expect(report.deks.behind).toBe(0)
    expect(report.rootKeys.map((k) => k.id)).not.toContain(before)
    expect((await verifyKeys(s.services)).failed).toEqual([])
  })
  it('destroys old KEKs once no process can still wrap with them', async () => {
    expect((await keyReport(s.services)).keks.length).toBeGreaterThan(1)
    await forgetOld(s.services, 0)
    expect((await keyReport(s.services)).keks).toHaveLength(1)
    expect((await s.call(token, 'GET', `/clients/${ids[0]}`)).status).toBe(200)
    expect((await twin.call(token, 'GET', `/clients/${ids[1]}`)).status).toBe(200)
  })
  it('is done over the API by who may, with its event', async () => {
    const officer = await s.world.person('security-officer')
    expect((await s.call(officer.token, 'POST', '/keys/rotate', {})).status).toBe(202)
    await expect
      .poll(async () => (await s.call(officer.token, 'GET', '/keys')).body.rewrap.running)
      .toBe(false)
    expect((await s.call(officer.token, 'GET', '/keys')).body.deks.behind).toBe(0)
    const { rows } = await s.owner.query("select leaf from audit_events where action = 'keys.rotate'")
    expect(rows.length).toBe(1)
  })
})

describe('a keyring that is not the data’s', () => {
  it('is refused, and the wanted key is named', async () => {
    const { rows } = await s.owner.query('select distinct root_key_id from org_keys')
    const foreign = await FileKeyring.open(join(s.dataDir, 'foreign'), { create: true })
    await expect(
      checkKeys({ db: s.services.db, provider: foreign, keys: new OrgKeys(s.services.db, foreign) }),
    ).rejects.toThrow(rows[0].root_key_id)
    await expect(FileKeyring.open(join(s.dataDir, 'missing'), { create: false })).rejects.toThrow(
      KeyringError,
    )
  })
  it('is refused when a key of the same name has other bytes', async () => {
    const path = join(s.keysDir, 'keyring.json')
    const ring = JSON.parse(await readFile(path, 'utf8'))
    ring.keys = ring.keys.map((k: { material: string }) => ({
      ...k,
      material: Buffer.alloc(32, 7).toString('base64'),
    }))
    const folder = join(s.dataDir, 'forged')
    await FileKeyring.open(folder, { create: true })
    await writeFile(join(folder, 'keyring.json'), JSON.stringify(ring), { mode: 0o600 })
    const forged = await FileKeyring.open(folder, { create: false })
    await expect(
      checkKeys({ db: s.services.db, provider: forged, keys: new OrgKeys(s.services.db, forged) }),
    ).rejects.toThrow(KeyMissing)
  })
  it('is refused when others can read it, when it is damaged, or sealed by another passphrase', async () => {
    const folder = join(s.dataDir, 'sealed')
    const ring = await FileKeyring.open(folder, { create: true, passphrase: 'one passphrase' })
    const path = join(folder, 'keyring.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toContain('"salt"')
    const wrapped = await ring.wrap(Buffer.from('secret'), 'label')
    const again = await FileKeyring.open(folder, { create: false, passphrase: 'one passphrase' })
    expect((await again.unwrap(wrapped.rootKeyId, wrapped.wrapped, 'label')).toString()).toBe('secret')
    await expect(again.unwrap(wrapped.rootKeyId, wrapped.wrapped, 'other label')).rejects.toThrow(KeyMissing)
    await expect(FileKeyring.open(folder, { create: false, passphrase: 'another' })).rejects.toThrow(
      /passphrase does not open/,
    )
    await expect(FileKeyring.open(folder, { create: false })).rejects.toThrow(/sealed by a passphrase/)
    await chmod(path, 0o644)
    await expect(FileKeyring.open(folder, { create: false, passphrase: 'one passphrase' })).rejects.toThrow(
      /read by others/,
    )
    await chmod(path, 0o600)
    await writeFile(path, '{"format":"wellkeep-key')
    await expect(FileKeyring.open(folder, { create: false, passphrase: 'one passphrase' })).rejects.toThrow(
      /damaged/,
    )
  })
})
