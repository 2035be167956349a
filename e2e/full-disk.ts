import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A small file system of its own, to be filled without harm to others. */
export interface SmallDisk {
  path: string
  /** Fills it to the last byte. */
  fill(): Promise<void>
  /** Gives the space back. */
  empty(): Promise<void>
  remove(): Promise<void>
}

/** Mounts one of so many MiB; answers why not where that can't be done (no root, no right to mount). */
export async function smallDisk(mib: number): Promise<SmallDisk | string> {
  if (process.platform !== 'linux') return 'a small file system is mounted on Linux only'
  const path = await mkdtemp(join(tmpdir(), 'wellkeep-small-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${mib}m,mode=0755`, 'wellkeep-small', path])
  } catch (error) {
    await rm(path, { recursive: true, force: true })
    return `a small file system can not be mounted here: ${(error as Error).message.split('\n')[1] ?? 'refused'}`
  }
  const filler = join(path, 'filler')
  return {
    path,
    async fill() {
      const file = await open(filler, 'a')
      try {
        for (const size of [2 ** 20, 4096])
          for (;;) {
            const { bytesWritten } = await file.write(Buffer.alloc(size))
            if (bytesWritten < size) break
          }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        await file.close()
      }
    },
    empty: () => rm(filler, { force: true }),
    async remove() {
      // Whoever still holds a file there is told by the kernel when it lets go of it.
      await run('umount', [path]).catch(() => run('umount', ['--lazy', path]))
      await rm(path, { recursive: true, force: true })
    },
  }
}
