import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { sweepDeviceBlobs } from './sweep.ts'
import { computer, resticHere } from './testing/restic.ts'

// A server that is killed in the middle of uploads leaves a repository that is whole, and nothing that stays behind.

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

/** A server process on the same database, keyring and store. */
async function serve(): Promise<{ url: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../cli/main.ts'), 'start'], {
    env: {
      ...process.env,
      DATABASE_URL: s.ownerUrl,
      WELLKEEP_DATA: s.dataDir,
      WELLKEEP_PORT: '0',
      WELLKEEP_WORKERS: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk
      const said = /Wellkeep serves (https:\S+)/.exec(printed)
      if (said) resolve(said[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void gone.then(() => reject(new Error(printed)))
  })
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

it.skipIf(!resticHere())(
  'survives kill -9 in mid-upload: the next backup goes on and every byte is there',
  { timeout: 180_000 },
  async () => {
    const admin = await s.world.person('administrator')
    const { body } = await s.call(admin.token, 'POST', '/devices', { name: 'Killed' })
    const folder = await mkdtemp(join(tmpdir(), 'wellkeep-killed-'))
    for (let i = 0; i < 4; i++) await writeFile(join(folder, `${i}.bin`), randomBytes(20 * 1024 ** 2))
    const stored = async (kind: string) =>
      (
        await s.owner.query(
          'select count(*)::int as n from device_objects where device_id = $1 and kind = $2',
          [body.id, kind],
        )
      ).rows[0].n as number
    const at = (url: string) =>
      computer({ ...body.access, url: `${url}/api/v1/devices/${body.id}/repository/` })

    const first = await serve()
    const one = await at(first.url)
    expect((await one.restic(['init'])).code).toBe(0)
    const running = one.restic(['backup', folder], /connection refused/)
    while ((await stored('data')) < 2) await wait(20)
    await first.kill()
    await running
    expect(await stored('snapshots')).toBe(0)

    const second = await serve()
    const two = await at(second.url)
    try {
      await two.restic(['unlock'])
      const again = await two.restic(['backup', folder])
      expect(again.code, again.err).toBe(0)
      const check = await two.restic(['check', '--read-data'])
      expect(check.code, check.err).toBe(0)
    } finally {
      await second.kill()
    }
    await sweepDeviceBlobs(s.services, s.world.orgId, new Date(Date.now() + 60_000))
    const blobs = await readdir(join(s.dataDir, 'blobs', 'devices', s.world.orgId))
    const { rows } = await s.owner.query('select blob_id from device_objects where device_id = $1', [body.id])
    expect(blobs.sort()).toEqual(rows.map((r) => r.blob_id).sort())
    for (const path of [folder, one.dir, two.dir]) await rm(path, { recursive: true, force: true })
  },
)
