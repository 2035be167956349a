import { createInterface } from 'node:readline'
import type { Services } from '../../../platform/services.ts'
import { parseSnapshots, received, withReadDoor } from './managed.ts'
import { resticText, startRestic } from './run.ts'

/** Of one folder this many are shown. */
const MOST = 5000
const PATIENCE_MS = 120_000

export interface At {
  orgId: string
  deviceId: string
  password: string
}

export interface Entry {
  name: string
  path: string
  type: 'file' | 'dir' | 'other'
  size: number | null
  changedAt: string | null
}

/** The copies of a managed device, newest first, with the folders that they hold. */
export async function listCopies(services: Services, { orgId, deviceId, password }: At) {
  const times = await received(services, orgId, deviceId)
  if (times.size === 0) return []
  const json = await withReadDoor(services, orgId, deviceId, (door) =>
    resticText(door, password, ['snapshots', '--json', '--no-lock'], AbortSignal.timeout(PATIENCE_MS)),
  )
  return parseSnapshots(json, times).map((c) => ({ ...c, receivedAt: c.receivedAt.toISOString() }))
}

/** What lies in a folder of a copy: folders first, then by name. */
export async function listFolder(
  services: Services,
  { orgId, deviceId, password }: At,
  copy: string,
  path: string,
): Promise<{ entries: Entry[]; more: boolean }> {
  const entries = await withReadDoor(services, orgId, deviceId, async (door) => {
    const args = ['ls', '--json', '--no-lock', '--', copy, path]
    const run = startRestic(door, password, args, AbortSignal.timeout(PATIENCE_MS))
    const found: Entry[] = []
    for await (const line of createInterface({ input: run.output })) {
      const entry = entryOf(line)
      if (!entry || entry.path === path) continue
      found.push(entry)
      if (found.length > MOST) {
        run.stop()
        return found
      }
    }
    await run.ended
    return found
  })
  const rank = { dir: 0, file: 1, other: 2 }
  return {
    entries: entries
      .slice(0, MOST)
      .sort((a, b) => rank[a.type] - rank[b.type] || a.name.localeCompare(b.name)),
    more: entries.length > MOST,
  }
}

function entryOf(line: string): Entry | undefined {
  const e = JSON.parse(line) as {
    struct_type?: string
    name?: string
    path?: string
    type?: string
    size?: number
    mtime?: string
  }
  if (e.struct_type !== 'node' || !e.name || !e.path) return undefined
  const type = e.type === 'file' || e.type === 'dir' ? e.type : 'other'
  return {
    name: e.name,
    path: e.path,
    type,
    size: type === 'file' ? (e.size ?? 0) : null,
    changedAt: e.mtime ?? null,
  }
}

/** The bytes of one file of a copy, in constant memory; restic ends when nobody takes them any more. */
export async function* fetchFile(
  services: Services,
  { orgId, deviceId, password }: At,
  copy: string,
  path: string,
): AsyncGenerator<Buffer> {
  // The door stays open as long as bytes are taken: it closes when this generator ends, however it does.
  let close: () => void = () => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const opened = Promise.withResolvers<Parameters<Parameters<typeof withReadDoor>[3]>[0]>()
  const door = withReadDoor(services, orgId, deviceId, async (d) => {
    opened.resolve(d)
    await closed
  })
  door.catch(opened.reject)
  let stop: (() => void) | undefined
  try {
    const run = startRestic(await opened.promise, password, ['dump', '--no-lock', '--', copy, path])
    stop = run.stop
    yield* run.output as AsyncIterable<Buffer>
    await run.ended
    stop = undefined
  } finally {
    stop?.()
    close()
    await door.catch(() => {})
  }
}
