import { find, install } from './apt.mjs'
import { say } from './say.mjs'

/** The malware scanner for tests: WELLKEEP_CLAMD_PROGRAM, or the one that is found. */
export const findClamd = () => process.env.WELLKEEP_CLAMD_PROGRAM || find(['clamd'])

/** The path of a clamd, installed from Debian's packages if there is none; undefined where that can't be done. */
export async function ensureClamd() {
  const found = findClamd()
  if (found) return found
  const trouble = await install('clamav-daemon', 'ClamAV')
  if (trouble) say(`The tests of the malware scan are skipped, since they need clamd: ${trouble}`)
  return findClamd()
}
