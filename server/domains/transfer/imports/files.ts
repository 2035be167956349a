import type { ImportFile } from './run-context.ts'

/** The same files, counting what is read of them. */
export function counted(files: ImportFile[]): { files: ImportFile[]; bytes: () => number } {
  let total = 0
  return {
    bytes: () => total,
    files: files.map((file) => ({
      ...file,
      async *open() {
        for await (const chunk of file.open()) {
          total += chunk.length
          yield chunk
        }
      },
    })),
  }
}
