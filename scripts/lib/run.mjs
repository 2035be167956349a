import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { inRoot, root } from './paths.mjs'

/** The environment of what we start: our own programs come first on the path. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter),
  ...more,
})

/** Runs a program to its end and answers `{ code, output }`; its output is kept, and shown when `show` is set. */
export function run(program, args, { show = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of ['stdout', 'stderr'])
      child[stream].on('data', (bytes) => {
        output += bytes
        if (show) process[stream].write(bytes)
      })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? 128 + constants.signals[signal], output }))
  })
}

/**
 * Becomes a program as far as that can be: its input and output are ours, it gets our signals, and we end as
 * it ends. On a terminal an interrupt reaches all of the group by itself and is not passed on twice.
 */
export function become(program, args, env = {}) {
  // npm runs scripts in the repository's folder; paths are meant from where its user stands.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const child = spawn(program, args, { cwd, env: environment(env), stdio: 'inherit' })
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !onTerminal) child.kill(signal)
    })
  child.on('error', (error) => {
    process.stderr.write(`wellkeep: ${program} could not be started (${error.code})\n`)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  return child
}
