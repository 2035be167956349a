import { find, install } from './apt.mjs'
import { say } from './say.mjs'

/** The IMAP server for tests: WELLKEEP_DOVECOT, or the one that is found. */
export const findDovecot = () => process.env.WELLKEEP_DOVECOT || find(['dovecot'])

/** The path of a Dovecot, installed from Debian's packages if there is none; undefined where that can't be done. */
export async function ensureDovecot() {
  const found = findDovecot()
  if (found) return found
  const trouble = await install('dovecot-imapd', 'Dovecot')
  if (trouble) say(`The tests of reading a mailbox are skipped, since they need Dovecot: ${trouble}`)
  return findDovecot()
}
