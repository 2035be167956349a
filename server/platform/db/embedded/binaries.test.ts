import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { locateBinaries, packageFolder } from './binaries.ts'
import { temporaryFolder } from './fixtures/index.ts'
import { postgresIdentity } from './identity.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

test('a package out of reach and without its links is copied once to where PostgreSQL can run it', () => {
  const source = join(folder.path, 'private', 'package')
  const cache = join(folder.path, 'cache')
  cpSync(packageFolder(), source, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(readFileSync(join(source, 'native/pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  for (const { target } of links) rmSync(join(source, target), { force: true })
  chmodSync(folder.path, 0o755)
  chmodSync(join(folder.path, 'private'), 0o700)

  const who = postgresIdentity()
  const found = locateBinaries(folder.path, who ?? { uid: 64_321, gid: 64_321 }, { source, cache })
  expect(found.postgres.startsWith(cache)).toBe(true)
  expect(execFileSync(found.postgres, ['--version'], { cwd: '/', encoding: 'utf8', ...who })).toContain(
    'PostgreSQL) 18',
  )
  expect(locateBinaries(folder.path, who ?? { uid: 64_321, gid: 64_321 }, { source, cache })).toEqual(found)
  expect(readdirSync(cache)).toHaveLength(1)
})

test('a package that only lacks its links is completed in place', () => {
  const source = join(folder.path, 'open')
  cpSync(packageFolder(), source, { recursive: true, verbatimSymlinks: true })
  const link = join(source, 'native/lib/libicuuc.so.60')
  rmSync(link, { force: true })
  const found = locateBinaries(folder.path, undefined, { source })
  expect(found.postgres).toBe(join(source, 'native/bin/postgres'))
  expect(existsSync(link)).toBe(process.platform === 'linux')
})
