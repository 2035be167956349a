import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { parseSnapshots, received, withReadDoor } from './restic/managed.ts'
import { resticText, startRestic } from './restic/run.ts'
import { recordedRun } from './runs.ts'

/** Of larger files the drill takes none, so that it ends. */
const LARGEST = 256 * 1024 ** 2

interface Entry {
  path: string
  size: number
}

/** One file at random out of a list of any length, each as likely as the other. */
export async function anyFile(
  lines: AsyncIterable<string>,
  random = Math.random,
): Promise<Entry | undefined> {
  let chosen: Entry | undefined
  let seen = 0
  for await (const line of lines) {
    const e = JSON.parse(line) as { type?: string; path?: string; size?: number }
    if (e.type !== 'file' || !e.path || !e.size || e.size > LARGEST) continue
    seen++
    if (random() * seen < 1) chosen = { path: e.path, size: e.size }
  }
  return chosen
}

async function digest(bytes: Readable): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    hash.update(chunk)
  }
  return { size, sha256: hash.digest('hex') }
}

/**
 * Restores one file, chosen at random, of a device's newest copy, in memory: restic checks each piece against the hash under
 * which it was kept; here the whole is read twice and held against itself and the size that the copy says.
 */
export const drillDevice = (services: Services, job: Job): Promise<void> =>
  recordedRun(services, job.orgId, String(job.payload.deviceId), 'drill', (device, password) =>
    withReadDoor(services, job.orgId, device.id, async (door) => {
      const times = await received(services, job.orgId, device.id)
      if (times.size === 0) return { copies: 0, matched: false, bytes: 0 }
      const listed = await resticText(door, password, ['snapshots', '--json', '--no-lock'], job.signal)
      const newest = parseSnapshots(listed, times)[0]
      if (!newest) throw new Error('the copies have no list')
      const listing = startRestic(
        door,
        password,
        ['ls', '--json', '--no-lock', '--recursive', newest.id],
        job.signal,
      )
      const [file] = await Promise.all([anyFile(createInterface({ input: listing.output })), listing.ended])
      if (!file) return { copies: times.size, matched: true, bytes: 0 }
      const restored = async () => {
        const run = startRestic(door, password, ['dump', '--no-lock', newest.id, file.path], job.signal)
        const [found] = await Promise.all([digest(run.output), run.ended])
        return found
      }
      const [one, two] = [await restored(), await restored()]
      if (one.size !== file.size || one.sha256 !== two.sha256) throw new DrillFailed()
      return { copies: times.size, matched: true, bytes: one.size }
    }),
  )

class DrillFailed extends Error {
  constructor() {
    super('a restored file is not what its copy says')
    this.name = 'DrillFailed'
  }
}
