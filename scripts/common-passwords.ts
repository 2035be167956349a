/**
 * Makes `server/domains/identity/password/common-passwords.txt` from the dictionary of leaked passwords in
 * `@zxcvbn-ts/language-common` (MIT, https://github.com/zxcvbn-ts/zxcvbn). Run it only to renew the list:
 * `npm pack @zxcvbn-ts/language-common`, unpack, `node scripts/common-passwords.ts package/src/passwords.json`.
 *
 * One password a line, lower case, sorted by its UTF-8 bytes, so that it can be searched where it lies.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const source = process.argv[2]
if (!source) throw new Error('Name the passwords.json to read.')
const words = JSON.parse(readFileSync(source, 'utf8')) as string[]
const lines = [...new Set(words.map((w) => w.toLowerCase()))]
  .filter((w) => w.length >= 4 && !/[\r\n]/.test(w))
  .map((w) => Buffer.from(w))
  .sort(Buffer.compare)
writeFileSync(
  new URL('../server/domains/identity/password/common-passwords.txt', import.meta.url),
  `${lines.map(String).join('\n')}\n`,
)
console.log(`${lines.length} passwords`)
