import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Folders may go while they are walked: another test's database, say. The one that was asked for has to be there. */
async function* filesUnder(folder: string, asked = true): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (asked || error.code !== 'ENOENT') throw error
    return []
  })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path, false)
    else if (entry.isFile()) yield path
  }
}

/** Which of the values lie in a file of the folder: as they are, in base64 or in UTF-16. */
export async function findIn(folder: string, needles: string[]): Promise<string[]> {
  const hits: string[] = []
  for await (const file of filesUnder(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    for (const needle of needles)
      if (
        bytes.includes(needle) ||
        bytes.includes(Buffer.from(needle).toString('base64').slice(2, -3)) ||
        bytes.includes(Buffer.from(needle, 'utf16le'))
      )
        hits.push(`${needle} in ${file}`)
  }
  return hits
}
