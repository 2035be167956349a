import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changed } from '../../platform/audit/actions.ts'

const root = join(import.meta.dirname, '..')

it('takes no action for a change that a route records as a read', async () => {
  const reads = new Set<string>()
  for await (const path of glob('*/**/*.ts', { cwd: root })) {
    if (path.endsWith('.test.ts')) continue
    const text = await readFile(join(root, path), 'utf8')
    for (const [, said] of text.matchAll(/recordRead\(\s*\{\s*action:([^\n]*)/g))
      for (const [, action] of said!.matchAll(/'([a-z-]+\.[a-z-]+)'/g)) reads.add(action!)
  }
  // Its tickets are changed one by one, each with an event of its own; this one tells of them all.
  reads.delete('ticket.bulk')
  expect(reads.size).toBeGreaterThan(40)
  expect([...reads].filter((action) => changed({ action, outcome: 'done' }))).toEqual([])
})
it('knows a change by its verb', () => {
  for (const action of ['client.change', 'ticket.message', 'file.purge', 'mail.decide', 'time.approve'])
    expect(changed({ action, outcome: 'done' })).toBe(true)
  expect(changed({ action: 'client.change', outcome: 'refused' })).toBe(false)
  expect(changed({ action: 'ticket.board', outcome: 'done' })).toBe(false)
})
