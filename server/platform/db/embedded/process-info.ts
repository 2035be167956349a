import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

export interface ProcessInfo {
  /** The program's name. */
  command: string
  /** Its working folder, where the system tells. */
  cwd: string | undefined
}

function tryTo<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** What runs under `pid`; undefined when nothing does (a zombie has ended, though its number is still taken). */
export function processInfo(pid: number): ProcessInfo | undefined {
  if (process.platform === 'linux') {
    const stat = tryTo(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    if (!stat) return undefined
    const end = stat.lastIndexOf(')')
    if ('ZX'.includes(stat[end + 2]!)) return undefined
    return {
      command: stat.slice(stat.indexOf('(') + 1, end),
      cwd: tryTo(() => readlinkSync(`/proc/${pid}/cwd`)),
    }
  }
  const line = tryTo(() =>
    execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
  )
  if (!line || line.startsWith('Z')) return undefined
  return { command: basename(line.replace(/^\S+\s+/, '')), cwd: undefined }
}
