import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder and those above it that are missing, for everybody to pass and read, whatever the umask. */
export function makeOpenFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o755)
}

/** Makes a data folder, closed to others; what is missing above it is open, or PostgreSQL's account could not pass. */
export function makeDataFolder(path: string): void {
  makeOpenFolder(dirname(path))
  mkdirSync(path, { recursive: true, mode: 0o700 })
}
