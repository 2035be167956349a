/** Run as a reader: tries what a reader that was taken over would try, and tells on descriptor 3 what worked. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const port = process.argv[2]
const worked: string[] = []
function attempt(name: string, work: () => unknown): void {
  try {
    work()
    worked.push(name)
  } catch {}
}
attempt('write', () => writeFileSync(join(tmpdir(), `escape-${process.pid}`), 'x'))
attempt('read', () => readFileSync('/etc/passwd'))
attempt('list', () => readdirSync('/'))
attempt('program', () => {
  if (spawnSync('true').error) throw new Error()
})
if (Object.keys(process.env).some((name) => /WELLKEEP|DATABASE|AWS/.test(name))) worked.push('environment')
const end = () => {
  writeSync(3, JSON.stringify(worked))
  process.exit(0)
}
try {
  createConnection(Number(port), '127.0.0.1')
    .on('connect', () => {
      worked.push('network')
      end()
    })
    .on('error', end)
} catch {
  end()
}
