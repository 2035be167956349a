import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { progress, stop } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const PLACES = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(process.env.PATH ?? '').split(delimiter)]
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const find = (names, places) =>
  places.flatMap((place) => names.map((name) => join(place, name))).find(isProgram)

/** The browser for tests: WELLKEEP_CHROMIUM, or the first that is found. */
export const findChromium = () =>
  process.env.WELLKEEP_CHROMIUM || find(NAMES, PLACES) || APPLICATIONS.find(isProgram)

/** What to put before apt-get so that it may install; undefined when we may not. */
async function privilege() {
  if (process.getuid?.() === 0) return []
  const sudo = find(['sudo'], PLACES)
  return sudo && (await run(sudo, ['-n', 'true'])).code === 0 ? [sudo, '-n'] : undefined
}

const ADVICE = 'The browser tests need Chromium: install it, or set WELLKEEP_CHROMIUM to its path.'

/** The path of a Chromium, installed from Debian's packages if there is none. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  const apt = find(['apt-get'], PLACES)
  const before = apt && (await privilege())
  if (!apt || !before) stop(ADVICE)
  const done = progress('Installing Chromium')
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [program, ...rest] = [...before, apt, ...args]
    const { code, output } = await run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
    if (code === 0) continue
    done()
    stop(`${ADVICE}\napt-get ${args[0]} failed:\n${output.trim().split('\n').slice(-5).join('\n')}`)
  }
  done()
  return findChromium() ?? stop(ADVICE)
}
