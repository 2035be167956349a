import type { Access } from './queries.ts'

/** The systems that the guide speaks to. */
export type System = 'linux' | 'mac' | 'windows'
export const SYSTEMS: { value: System; label: string }[] = [
  { value: 'windows', label: 'Windows' },
  { value: 'mac', label: 'macOS' },
  { value: 'linux', label: 'Linux' },
]

/** The system that this page is on: the likeliest, though it may be another's that is set up. */
export function systemHere(platform: string): System {
  if (/win/i.test(platform)) return 'windows'
  return /mac|iphone|ipad/i.test(platform) ? 'mac' : 'linux'
}

/** A word for a POSIX shell. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
/** A word for PowerShell. */
export const powerWord = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const DEFAULT_FOLDER: Record<System, string> = {
  linux: '~/Documents',
  mac: '~/Documents',
  windows: '%USERPROFILE%\\Documents',
}

/** A folder as somebody types it: one's own folder may stand for itself at its beginning. */
export function folderWord(system: System, folder: string): string {
  const f = folder.trim()
  if (system === 'windows') {
    const own = /^%USERPROFILE%(.*)$/i.exec(f)
    return own ? `"$env:USERPROFILE"${own[1] ? `+${powerWord(own[1])}` : ''}` : powerWord(f)
  }
  if (f === '~') return '"$HOME"'
  return f.startsWith('~/') ? `"$HOME"/${shellWord(f.slice(2))}` : shellWord(f)
}

export const INSTALL: Record<System, string> = {
  linux: 'sudo apt install restic',
  mac: 'brew install restic',
  windows: 'winget install --exact --id restic.restic',
}

const repositoryOf = (a: Access) => `rest:${a.url.replace('https://', `https://${a.user}:${a.secret}@`)}`
const POSIX_DIR = '"$HOME/.config/wellkeep"'
const WINDOWS_DIR = '"$env:LOCALAPPDATA\\Wellkeep"'

/** Puts down what restic needs, for this account of the computer alone. */
export function accessCommand(system: System, a: Access, { renews = false } = {}): string {
  const files: [string, string][] = [['repository', repositoryOf(a)]]
  const asks = !a.password && !renews
  if (a.password) files.push(['password', a.password])
  if (a.authority) files.push(['authority.pem', a.authority])
  if (system === 'windows') {
    return [
      `$d = ${WINDOWS_DIR}`,
      'New-Item -ItemType Directory -Force $d | Out-Null',
      'icacls $d /inheritance:r /grant:r "$($env:USERNAME):(OI)(CI)F" "SYSTEM:(OI)(CI)F" | Out-Null',
      ...files.map(
        ([name, text]) => `Set-Content -Encoding ascii -NoNewline "$d\\${name}" ${powerWord(text)}`,
      ),
      ...(!asks
        ? []
        : [
            '# Choose a long password and keep it where a fire does not reach:',
            'Set-Content -Encoding ascii -NoNewline "$d\\password" (Read-Host "Password for the copies")',
          ]),
    ].join('\n')
  }
  return [
    'umask 077',
    `mkdir -p ${POSIX_DIR} && cd ${POSIX_DIR}`,
    ...files.map(([name, text]) => `printf '%s' ${shellWord(text)} > ${name}`),
    ...(!asks
      ? []
      : [
          '# Choose a long password and keep it where a fire does not reach:',
          `printf 'Password for the copies: ' && read -r p && printf '%s' "$p" > password && unset p`,
        ]),
  ].join('\n')
}

/** restic with what was put down. */
function restic(system: System, a: Pick<Access, 'authority'>, args: string): string {
  const dir = system === 'windows' ? '$env:LOCALAPPDATA\\Wellkeep\\' : '$HOME/.config/wellkeep/'
  const at = (name: string) => `"${dir}${name}"`
  const trust = a.authority ? `--cacert ${at('authority.pem')} ` : ''
  return `restic ${trust}--repository-file ${at('repository')} --password-file ${at('password')} ${args}`
}

const inParens = (system: System, word: string) =>
  system === 'windows' && word.includes('+') ? `(${word})` : word

export const initCommand = (s: System, a: Access): string => restic(s, a, 'init')
export const backupCommand = (s: System, a: Access, folder: string): string =>
  restic(s, a, `backup ${inParens(s, folderWord(s, folder))}`)

/** Makes a copy every four hours from now on. */
export function scheduleCommand(system: System, a: Access, folder: string): string {
  const backup = backupCommand(system, a, folder)
  if (system === 'windows')
    return [
      `Set-Content -Encoding ascii "$env:LOCALAPPDATA\\Wellkeep\\copy.ps1" ${powerWord(backup)}`,
      // The scheduled PowerShell finds the folder itself: a user's name may have spaces.
      `schtasks /Create /F /SC HOURLY /MO 4 /TN "Wellkeep copies" /TR 'powershell -NoProfile -WindowStyle Hidden -ExecutionPolicy Bypass -Command & (Join-Path $env:LOCALAPPDATA Wellkeep\\copy.ps1)'`,
    ].join('\n')
  const path = system === 'mac' ? 'PATH=/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin ' : ''
  return `(crontab -l 2>/dev/null; printf '%s\\n' ${shellWord(`17 */4 * * * ${path}${backup.replaceAll('%', '\\%')} --quiet`)}) | crontab -`
}

export const listCommand = (s: System, a: Access): string => restic(s, a, 'snapshots')
export const checkCommand = (s: System, a: Access): string => restic(s, a, 'check')
export function restoreCommand(system: System, a: Access): string {
  const target = system === 'windows' ? '"$env:USERPROFILE\\Restored"' : '"$HOME/restored"'
  return restic(system, a, `restore latest --target ${target}`)
}
