import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from './fixtures/index.ts'
import { postgresIdentity, reachableBy } from './identity.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
/** No account that owns anything here. */
const stranger = { uid: 64_321, gid: 64_321 }

test('a file is reachable when every folder above it lets the account pass and it may be read', () => {
  const inner = join(folder.path, 'inner')
  const file = join(inner, 'file')
  mkdirSync(inner)
  writeFileSync(file, '')
  chmodSync(folder.path, 0o711)
  chmodSync(inner, 0o711)
  chmodSync(file, 0o644)
  expect(reachableBy(file, stranger)).toBe(true)
  expect(reachableBy(join(inner, 'not', 'yet'), stranger)).toBe(true)
  chmodSync(file, 0o600)
  expect(reachableBy(file, stranger)).toBe(false)
  chmodSync(file, 0o644)
  chmodSync(folder.path, 0o700)
  expect(reachableBy(file, stranger)).toBe(false)
  expect(reachableBy(file, { uid: process.getuid!(), gid: process.getgid!() })).toBe(true)
})

test('root hands PostgreSQL to another account; anybody else runs it', () => {
  const chosen = postgresIdentity()
  if (process.getuid!() !== 0) expect(chosen).toBeUndefined()
  else {
    expect(chosen!.uid).toBeGreaterThan(0)
    expect(() => postgresIdentity({ wanted: 0 })).toThrow('WELLKEEP_PG_UID')
    expect(() => postgresIdentity({ wanted: 64_321 })).toThrow('WELLKEEP_PG_UID')
    expect(postgresIdentity({ wanted: chosen!.uid })).toEqual(chosen)
  }
})
