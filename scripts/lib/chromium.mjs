import { find, install, isProgram } from './apt.mjs'
import { stop } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser for tests: WELLKEEP_CHROMIUM, or the first that is found. */
export const findChromium = () => process.env.WELLKEEP_CHROMIUM || find(NAMES) || APPLICATIONS.find(isProgram)

const ADVICE = 'The browser tests need Chromium: install it, or set WELLKEEP_CHROMIUM to its path.'

/** The path of a Chromium, installed from Debian's packages if there is none. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  const trouble = await install('chromium', 'Chromium')
  if (trouble) stop(`${ADVICE}\n${trouble}`)
  return findChromium() ?? stop(ADVICE)
}
