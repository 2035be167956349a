import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { progress } from './say.mjs'

export const PLACES = [
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/snap/bin',
  ...(process.env.PATH ?? '').split(delimiter),
]

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of the first of these programs that is there. */
export const find = (names, places = PLACES) =>
  places.flatMap((place) => names.map((name) => join(place, name))).find(isProgram)

/** What to put before apt-get so that it may install; undefined when we may not. */
async function privilege() {
  if (process.getuid?.() === 0) return []
  const sudo = find(['sudo'])
  return sudo && (await run(sudo, ['-n', 'true'])).code === 0 ? [sudo, '-n'] : undefined
}

/** Installs one of Debian's packages. Answers undefined when it is there, else why it is not. */
export async function install(name, title) {
  const apt = find(['apt-get'])
  const before = apt && (await privilege())
  if (!apt || !before) return 'there is no apt-get that we may use'
  const done = progress(`Installing ${title}`)
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
      const [program, ...rest] = [...before, apt, ...args]
      const { code, output } = await run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
      if (code !== 0) return `apt-get ${args[0]} failed:\n${output.trim().split('\n').slice(-5).join('\n')}`
    }
  } finally {
    done()
  }
  return undefined
}
