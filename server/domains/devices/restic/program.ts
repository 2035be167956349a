import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = process.platform === 'win32' ? ['restic.exe'] : ['restic']
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/homebrew/bin',
  ...(process.env.PATH ?? '').split(delimiter),
]

/** Where restic is on this machine: WELLKEEP_RESTIC, or where programs usually are; undefined where there is none. */
export function findRestic(): string | undefined {
  const places = [process.env.WELLKEEP_RESTIC ?? '', ...PLACES.flatMap((p) => NAMES.map((n) => join(p, n)))]
  return places.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return path !== ''
    } catch {
      return false
    }
  })
}
