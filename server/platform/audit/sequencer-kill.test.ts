import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCheckpoint, parseNote } from '../../../tlog/index.ts'
import { type TestLog, testLog } from './fixtures/log.ts'

let log: TestLog
const children = new Set<ChildProcess>()
beforeAll(async () => {
  log = await testLog()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await log.drop()
})

/** Another process that sequences the same database with the same keys; ready when this resolves. */
async function sequencerProcess(): Promise<{ kill(): Promise<void>; errors(): string }> {
  const settings = JSON.stringify({ ownerUrl: log.ownerUrl, keysDir: log.keysDir, batch: 7 })
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'fixtures', 'sequencer-process.ts'),
    settings,
  ])
  children.add(child)
  let errors = ''
  child.stderr.on('data', (d) => {
    errors += d
  })
  child.stdout.on('data', (d) => {
    errors += String(d).replace('ready\n', '')
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('close', () => reject(new Error(`the sequencer ended: ${errors}`)))
  })
  return {
    errors: () => errors,
    async kill() {
      child.kill('SIGKILL')
      await ended
      children.delete(child)
    },
  }
}

/** Acknowledged events, recorded one by one until told to stop. */
function writer(): { stop(): Promise<string[]> } {
  const acknowledged: string[] = []
  let going = true
  const done = (async () => {
    while (going) {
      const events = [log.event(), log.event()]
      await log.append(events)
      acknowledged.push(...events.map((e) => e.id))
    }
  })()
  return {
    async stop() {
      going = false
      await done
      return acknowledged
    },
  }
}

test('two sequencers at once, killed in the middle again and again, leave one sound log with every event in it', async () => {
  const events = writer()
  let running = await Promise.all([sequencerProcess(), sequencerProcess()])
  let said = ''
  for (let i = 0; i < 6; i++) {
    await sleep(60 + Math.random() * 120)
    const [victim, other] = running as [
      Awaited<ReturnType<typeof sequencerProcess>>,
      Awaited<ReturnType<typeof sequencerProcess>>,
    ]
    await victim.kill()
    said += victim.errors()
    running = [other, await sequencerProcess()]
  }
  // Several processes took part: had one done it all at the end, this would prove little.
  const checkpoints = async () => {
    const sql = 'select count(*)::int as n from audit_checkpoints where org_id = $1'
    return (await log.tamper<{ n: number }>(sql, [log.orgId]))[0]!.n
  }
  await expect.poll(checkpoints).toBeGreaterThan(10)
  const acknowledged = await events.stop()
  for (const r of running) {
    await r.kill()
    said += r.errors()
  }
  while (await log.sequencer().sequence(log.orgId));
  expect(said).toBe('')
  const report = await log.verify()
  expect(report).toMatchObject({ ok: true, problems: [], size: acknowledged.length })
  const numbered = await log.tamper<{ event_id: string }>(
    'select event_id from audit_leaves where org_id = $1',
    [log.orgId],
  )
  expect(new Set(numbered.map((n) => n.event_id))).toEqual(new Set(acknowledged))
  const kept = parseCheckpoint(parseNote((await log.state.read(log.orgId))!).text)
  expect(kept.size).toBe(acknowledged.length)
})
