import type { Device, History, Retention } from './queries.ts'

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']

/** `1.5 GiB`. */
export function bytesText(bytes: number): string {
  let n = bytes
  let unit = 0
  while (n >= 1024 && unit < UNITS.length - 1) {
    n /= 1024
    unit++
  }
  return `${n.toLocaleString('en-US', { maximumFractionDigits: n < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`
}

export type Health = 'ok' | 'new' | 'silent' | 'full' | 'revoked' | 'destroyed'

/** How a device does, in one word. */
export function healthOf(d: Device): Health {
  if (d.state !== 'active') return d.state
  if (d.silent) return 'silent'
  if (d.usedBytes > d.quotaBytes * 0.95) return 'full'
  return d.lastSnapshotAt ? 'ok' : 'new'
}

export const HEALTH: Record<Health, { label: string; color: 'green' | 'gray' | 'amber' | 'red' | 'blue' }> = {
  ok: { label: 'Copies come in', color: 'green' },
  new: { label: 'Waits for its first copy', color: 'blue' },
  silent: { label: 'Silent', color: 'red' },
  full: { label: 'Room nearly used up', color: 'amber' },
  revoked: { label: 'Revoked', color: 'gray' },
  destroyed: { label: 'Destroyed', color: 'gray' },
}

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** `Every copy stays for 30 days; of older ones, one a month for 12 months.` */
export function retentionText(r: Retention | null): string {
  if (!r) return 'Every copy stays.'
  const each = (n: number, unit: string) => n > 0 && `one a ${unit} for ${counted(n, unit)}`
  const parts = [
    each(r.daily, 'day'),
    each(r.weekly, 'week'),
    each(r.monthly, 'month'),
    each(r.yearly, 'year'),
  ].filter((p) => p !== false)
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
  return `Every copy stays for ${counted(r.keepDays, 'day')}; of older ones, ${parts.length ? list : 'only the newest'}.`
}

type Run = History['runs'][number]
const ERRORS: Record<string, string> = {
  'restic-missing': 'restic is not installed on the server',
  DrillFailed: 'the restored file was not what its copy says',
  Killed: 'the server was stopped meanwhile',
}

/** What Wellkeep did, and what came of it. */
export function runText({ kind, state, facts }: Run): string {
  if (state === 'running') return kind === 'drill' ? 'Restores a file' : 'Lets old copies go'
  if (state === 'failed') {
    const why = ERRORS[String(facts.error)] ?? 'restic reported an error; nothing was lost'
    return `${kind === 'drill' ? 'A trial restore failed' : 'Letting old copies go failed'}: ${why}`
  }
  if (kind === 'drill')
    return Number(facts.bytes) > 0
      ? `Restored a file at random (${bytesText(Number(facts.bytes))}), and it was whole`
      : 'Had nothing to restore'
  const gone = Number(facts.let_go)
  if (gone === 0) return `Let no copy go; ${counted(Number(facts.kept), 'copy', 'copies')} stay`
  return `Let ${counted(gone, 'copy', 'copies')} go, which freed ${bytesText(Number(facts.freed ?? 0))}`
}

type Session = History['sessions'][number]

/** What a device did while it was connected. */
export function sessionText(s: Session): string {
  const parts = [
    s.snapshots > 0 && `${counted(s.snapshots, 'copy', 'copies')} made`,
    s.writtenBytes > 0 && `${bytesText(s.writtenBytes)} sent`,
    s.readBytes > 0 && `${bytesText(s.readBytes)} read`,
    s.refused > 0 && `${counted(s.refused, 'deletion')} refused`,
  ].filter((p) => p !== false)
  return parts.join(', ') || 'looked only'
}
