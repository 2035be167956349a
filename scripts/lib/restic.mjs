import { find, install } from './apt.mjs'
import { say } from './say.mjs'

/** The backup program for tests: WELLKEEP_RESTIC, or the one that is found. */
export const findRestic = () => process.env.WELLKEEP_RESTIC || find(['restic'])

/** The path of a restic, installed from Debian's packages if there is none; undefined where that can't be done. */
export async function ensureRestic() {
  const found = findRestic()
  if (found) return found
  const trouble = await install('restic', 'restic')
  if (trouble) say(`The tests of device backups are skipped, since they need restic: ${trouble}`)
  return findRestic()
}
