import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs the commands of one module as a process of its own, as an operator would, with nothing else in its environment. */
export async function runCommand(
  module: string,
  name: string,
  args: string[],
  env: Record<string, string>,
  input?: Buffer,
): Promise<Ran> {
  const code = `const { ${name} } = await import(${JSON.stringify(join(import.meta.dirname, module))})
    await ${name}().parseAsync(process.argv.slice(1), { from: 'user' }).catch((e) => { console.error(e.message); process.exitCode = 1 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, '--', ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  const ran: Ran = { code: null, out: '', err: '' }
  child.stdout.on('data', (d) => {
    ran.out += d
  })
  child.stderr.on('data', (d) => {
    ran.err += d
  })
  child.stdin.end(input)
  ran.code = await new Promise((resolve) => child.on('close', resolve))
  return ran
}
