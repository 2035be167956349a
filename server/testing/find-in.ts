import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

async function* filesUnder(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield join(entry.parentPath, entry.name)
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
