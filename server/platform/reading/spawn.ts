import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { READING_FLAGS } from './engine.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const entry = join(import.meta.dirname, 'child', 'main.ts')

/** What a reader may look at: its own code and libraries, never the data folder. */
const READABLE = [
  'node_modules/*',
  'server/platform/reading/*',
  'server/platform/search/words.ts',
  'phi/*',
  '.cache/phi/*',
  'package.json',
]

/**
 * Limits that the kernel holds a reader to: no core dump (it would hold what was read), no byte written to any file,
 * and no more data memory than `dataMiB`. A shell sets them on itself and becomes the reader.
 */
const SHELL = 'ulimit -c 0; ulimit -f 0; ulimit -d "$1" 2>/dev/null; shift; exec "$@"'
/** How this process itself resolves `#phi`: as sources, or built into one file. */
const CONDITIONS = process.execArgv.filter((flag) => flag.startsWith('--conditions='))
/** V8 and WebAssembly reserve address space that they do not use; what is used is watched apart. */
const RESERVED_MIB = 3072

/**
 * Starts a reader. Node's permission model takes from it the file system (but for its code), the network and other
 * programs; its environment is empty, so that it knows no secret.
 */
export function spawnReader(options: { seconds: number; memoryMiB: number }, program = entry): ChildProcess {
  const node = [
    process.execPath,
    '--permission',
    ...CONDITIONS,
    ...READING_FLAGS,
    ...READABLE.map((path) => `--allow-fs-read=${join(root, path)}`),
    '--allow-worker',
    '--allow-addons',
    `--max-old-space-size=${Math.round(options.memoryMiB * 0.6)}`,
    '--disable-warning=ExperimentalWarning',
    program,
    String(options.seconds),
  ]
  const dataKiB = (options.memoryMiB + RESERVED_MIB) * 1024
  return spawn('/bin/sh', ['-c', SHELL, 'sh', String(dataKiB), ...node], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    cwd: root,
    // libvips would unpack large pictures into a temporary file.
    env: {
      VIPS_DISC_THRESHOLD: '64g',
      OMP_THREAD_LIMIT: '1',
      UV_THREADPOOL_SIZE: '2',
      VIPS_CONCURRENCY: '1',
    },
  })
}
