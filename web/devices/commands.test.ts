import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  accessCommand,
  backupCommand,
  folderWord,
  powerWord,
  scheduleCommand,
  shellWord,
} from './commands.ts'

const access = {
  url: 'https://localhost:8443/api/v1/devices/0190/repository/',
  user: '0190',
  secret: 'se-cr_et',
  password: `it's a $(touch no) "pass"`,
  authority: '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n',
  expiresAt: null,
}

test('a shell takes words as they are, whatever is in them', () => {
  for (const text of ["O'Hara's files", '$(rm -rf /)', 'a b', '"', '`id`', '-n'])
    expect(execFileSync('sh', ['-c', `printf '%s' ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text)
  expect(powerWord("O'Hara")).toBe("'O''Hara'")
})

test('puts down what restic needs, readable for one account alone', () => {
  const home = mkdtempSync(join(tmpdir(), 'wellkeep-home-'))
  execFileSync('sh', ['-c', accessCommand('linux', access)], { env: { ...process.env, HOME: home } })
  const at = (name: string) => join(home, '.config/wellkeep', name)
  expect(readFileSync(at('password'), 'utf8')).toBe(access.password)
  expect(readFileSync(at('authority.pem'), 'utf8')).toBe(access.authority)
  expect(readFileSync(at('repository'), 'utf8')).toBe(
    'rest:https://0190:se-cr_et@localhost:8443/api/v1/devices/0190/repository/',
  )
  expect(statSync(at('password')).mode & 0o077).toBe(0)
})

test('asks for a password that Wellkeep does not have', () => {
  const own = { ...access, password: null }
  for (const system of ['linux', 'mac', 'windows'] as const)
    expect(accessCommand(system, own)).toContain('Password for the copies')
  // A new secret leaves the password that is there alone.
  expect(accessCommand('linux', own, { renews: true })).not.toContain('> password')
})

test('one’s own folder may stand at the beginning of a path', () => {
  expect(folderWord('linux', '~/My files')).toBe(`"$HOME"/'My files'`)
  expect(folderWord('mac', '/Volumes/Data')).toBe(`'/Volumes/Data'`)
  expect(folderWord('windows', '%USERPROFILE%\\My files')).toBe(`"$env:USERPROFILE"+'\\My files'`)
  expect(backupCommand('windows', access, '%USERPROFILE%\\My files')).toContain(
    `("$env:USERPROFILE"+'\\My files')`,
  )
})

test('trusts the server’s own authority only where it has one', () => {
  expect(backupCommand('linux', access, '~')).toContain('--cacert')
  expect(backupCommand('linux', { ...access, authority: null }, '~')).not.toContain('--cacert')
  expect(scheduleCommand('linux', access, '~')).toMatch(/crontab -$/)
  // A percent sign ends a line of a crontab.
  expect(scheduleCommand('linux', access, '/srv/100%')).toContain('100\\%')
  expect(scheduleCommand('windows', access, 'C:\\Scans')).toContain(
    '(Join-Path $env:LOCALAPPDATA Wellkeep\\copy.ps1)',
  )
})
