import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  appendLeaves,
  EMPTY_EDGE,
  encodeLeaf,
  generateNoteKey,
  type Json,
  leafHash,
  parseCheckpoint,
  parseNote,
  signCheckpoint,
  type Tile,
} from '../../../tlog/index.ts'
import { type OrgLog, type TestLog, testLog } from './fixtures/log.ts'

/**
 * Invariant 5: whatever the superuser of the database does to events, an export and the public key alone name
 * the first bad leaf.
 */
let log: TestLog
beforeAll(async () => {
  log = await testLog()
})
afterAll(() => log.drop())

/** A log of 600 events under three checkpoints: 100, 350 and 600. */
async function grown(): Promise<OrgLog> {
  const one = await log.another()
  await one.grow(100)
  await one.grow(250)
  await one.grow(250)
  expect(await one.verify()).toMatchObject({ ok: true, size: 600, checkpoints: 3 })
  return one
}

const idAt = async (one: OrgLog, index: number) =>
  (
    await log.tamper<{ event_id: string }>(
      'select event_id from audit_leaves where org_id = $1 and leaf_index = $2',
      [one.orgId, index],
    )
  )[0]!.event_id

async function leafAt(one: OrgLog, index: number): Promise<{ time: string; event: Record<string, Json> }> {
  const [row] = await log.tamper<{ leaf: string }>(
    'select leaf from audit_events where org_id = $1 and id = $2',
    [one.orgId, await idAt(one, index)],
  )
  return JSON.parse(row!.leaf)
}

/** Changes what the event says, in canonical form, as someone would who knows how the log is made. */
async function edit(
  one: OrgLog,
  index: number,
  change: (leaf: { time: string; event: Record<string, Json> }) => void,
) {
  const leaf = await leafAt(one, index)
  change(leaf)
  const text = encodeLeaf(new Date(leaf.time), leaf.event).toString()
  await log.tamper('update audit_events set leaf = $3, at = $4 where org_id = $1 and id = $2', [
    one.orgId,
    await idAt(one, index),
    text,
    leaf.time,
  ])
}

/** Computes all tiles anew from the events as they now are, and puts them in place of the stored ones. */
async function rewriteTiles(one: OrgLog): Promise<Buffer> {
  const rows = await log.tamper<{ leaf: string }>(
    'select e.leaf from audit_leaves l join audit_events e on e.org_id = l.org_id and e.id = l.event_id where l.org_id = $1 order by l.leaf_index',
    [one.orgId],
  )
  const { tiles, root } = appendLeaves(
    EMPTY_EDGE,
    Buffer.concat(rows.map((r) => leafHash(Buffer.from(r.leaf)))),
  )
  await replaceTiles(one, tiles)
  return root
}

async function replaceTiles(one: OrgLog, tiles: Tile[]) {
  await log.tamper('delete from audit_tiles where org_id = $1', [one.orgId])
  for (const t of tiles)
    await log.tamper(
      'insert into audit_tiles (org_id, level, n, width, hashes) values ($1, $2, $3, $4, $5)',
      [one.orgId, t.level, t.index, t.width, t.hashes],
    )
}

const forge = (one: OrgLog, time = new Date()) => {
  const event = one.event()
  const leaf = encodeLeaf(time, JSON.parse(event.leaf).event).toString()
  return { ...event, leaf, at: time.toISOString() }
}

async function insertEvent(e: ReturnType<typeof forge>) {
  await log.tamper(
    "insert into audit_events (org_id, id, at, leaf, action, outcome) values ($1, $2, $3, $4, 'client.read', 'done')",
    [e.orgId, e.id, e.at, e.leaf],
  )
}

describe('one event', () => {
  test('edited', async () => {
    const one = await grown()
    await edit(one, 123, (leaf) => {
      leaf.event.action = 'client.list'
    })
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 123, code: 'altered' })
  })

  test('edited by one byte, at either end of a block, and the first of several is named', async () => {
    const one = await grown()
    for (const index of [512, 511, 256, 255, 0]) {
      await log.tamper("update audit_events set leaf = leaf || ' ' where org_id = $1 and id = $2", [
        one.orgId,
        await idAt(one, index),
      ])
      expect((await one.verify()).firstBadLeaf).toMatchObject({ index, code: 'altered' })
    }
  })

  test('deleted', async () => {
    const one = await grown()
    await log.tamper('delete from audit_events where org_id = $1 and id = $2', [
      one.orgId,
      await idAt(one, 123),
    ])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 123, code: 'missing' })
  })

  test('deleted with its place', async () => {
    const one = await grown()
    const id = await idAt(one, 123)
    await log.tamper('delete from audit_leaves where org_id = $1 and event_id = $2', [one.orgId, id])
    await log.tamper('delete from audit_events where org_id = $1 and id = $2', [one.orgId, id])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 123, code: 'missing' })
  })

  test('deprived of its place alone', async () => {
    const one = await grown()
    await log.tamper('delete from audit_leaves where org_id = $1 and leaf_index = 123', [one.orgId])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 123, code: 'missing' })
  })

  test('deleted, and those after it moved up', async () => {
    const one = await grown()
    await log.tamper('delete from audit_leaves where org_id = $1 and leaf_index = 123', [one.orgId])
    await log.tamper(
      'update audit_leaves set leaf_index = -leaf_index where org_id = $1 and leaf_index > 123',
      [one.orgId],
    )
    await log.tamper(
      'update audit_leaves set leaf_index = -leaf_index - 1 where org_id = $1 and leaf_index < 0',
      [one.orgId],
    )
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 123, code: 'altered' })
  })

  test('moved to another organization', async () => {
    const one = await grown()
    await log.tamper('update audit_events set org_id = $2 where org_id = $1 and id = $3', [
      one.orgId,
      log.orgId,
      await idAt(one, 123),
    ])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 123, code: 'missing' })
  })
})

describe('order and time', () => {
  test('two events swapped', async () => {
    const one = await grown()
    const [a, b] = [await idAt(one, 77), await idAt(one, 410)]
    await log.tamper('delete from audit_leaves where org_id = $1 and leaf_index in (77, 410)', [one.orgId])
    await log.tamper('insert into audit_leaves values ($1, 77, $3), ($1, 410, $2)', [one.orgId, a, b])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 77, code: 'altered' })
  })

  test('an event back-dated', async () => {
    const one = await grown()
    await edit(one, 300, (leaf) => {
      leaf.time = new Date(Date.parse(leaf.time) - 24 * 3_600_000).toISOString()
    })
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 300, code: 'altered' })
  })

  test('an event smuggled in with an old time, which the sequencer took for a new one', async () => {
    const one = await grown()
    const old = forge(one, new Date(Date.now() - 24 * 3_600_000))
    await insertEvent(old)
    await log.tamper('insert into audit_pending values ($1, $2)', [one.orgId, old.id])
    await log.sequencer().sequence(one.orgId)
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 600, code: 'time-outside-checkpoints' })
  })
})

describe('inserted', () => {
  test('beside the log', async () => {
    const one = await grown()
    await insertEvent(forge(one))
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 600, code: 'uncovered' })
  })

  test('at its end', async () => {
    const one = await grown()
    const e = forge(one)
    await insertEvent(e)
    await log.tamper('insert into audit_leaves values ($1, 600, $2)', [one.orgId, e.id])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 600, code: 'uncovered' })
  })

  test('in its middle', async () => {
    const one = await grown()
    const e = forge(one)
    await insertEvent(e)
    await log.tamper(
      'update audit_leaves set leaf_index = -leaf_index where org_id = $1 and leaf_index >= 400',
      [one.orgId],
    )
    await log.tamper(
      'update audit_leaves set leaf_index = 1 - leaf_index where org_id = $1 and leaf_index < 0',
      [one.orgId],
    )
    await log.tamper('insert into audit_leaves values ($1, 400, $2)', [one.orgId, e.id])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 400, code: 'altered' })
  })

  test('under a place that no log has', async () => {
    const one = await grown()
    const [a, b] = [forge(one), forge(one)]
    for (const e of [a, b]) await insertEvent(e)
    await log.tamper('insert into audit_leaves values ($1, -5, $2), ($1, 9000000000000000000, $3)', [
      one.orgId,
      a.id,
      b.id,
    ])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 600, code: 'uncovered' })
  })

  test('what waits for its place is no tampering', async () => {
    const one = await grown()
    await one.append([one.event()])
    expect(await one.verify()).toMatchObject({ ok: true, size: 600 })
  })
})

describe('truncated', () => {
  const events = (from: number) =>
    [
      'delete from audit_events where org_id = $1 and id in (select event_id from audit_leaves where org_id = $1 and leaf_index >= $2)',
      from,
    ] as const
  const leaves = (from: number) =>
    ['delete from audit_leaves where org_id = $1 and leaf_index >= $2', from] as const
  const checkpoints = (from: number) =>
    ['delete from audit_checkpoints where org_id = $1 and size > $2', from] as const
  const run = async (one: OrgLog, ...steps: (readonly [string, number])[]) => {
    for (const [sql, from] of steps) await log.tamper(sql, [one.orgId, from])
  }
  /** Cuts the tiles back to those of the tree over the events that are left. */
  const cut = (one: OrgLog) => rewriteTiles(one)

  for (const from of [0, 123, 256, 350, 599]) {
    test(`events from ${from}`, async () => {
      const one = await grown()
      await run(one, events(from))
      expect((await one.verify()).firstBadLeaf).toMatchObject({ index: from, code: 'missing' })
    })
    test(`events and places from ${from}`, async () => {
      const one = await grown()
      await run(one, events(from), leaves(from))
      expect((await one.verify()).firstBadLeaf).toMatchObject({ index: from, code: 'missing' })
    })
    test(`events, places, tiles and checkpoints from ${from}: what was kept beside the keys tells`, async () => {
      const one = await grown()
      await run(one, events(from), leaves(from), checkpoints(from))
      await cut(one)
      expect((await one.verify()).firstBadLeaf).toMatchObject({ index: from, code: 'missing' })
    })
  }

  test('all tables emptied', async () => {
    const one = await grown()
    for (const table of ['audit_events', 'audit_leaves', 'audit_tiles', 'audit_checkpoints', 'audit_pending'])
      await log.tamper(`delete from ${table} where org_id = $1`, [one.orgId])
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 0, code: 'missing' })
  })

  test('cut back to an older checkpoint, and grown again: the sequencer does not vouch for it', async () => {
    const one = await grown()
    await run(one, events(100), leaves(100), checkpoints(100))
    await cut(one)
    await one.append([one.event()])
    await expect(log.sequencer().sequence(one.orgId)).rejects.toMatchObject({ code: 'rolled-back' })
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 100, code: 'missing' })
  })
})

describe('events and tiles rewritten together', () => {
  const tamperWith = (one: OrgLog, index: number) =>
    edit(one, index, (leaf) => {
      leaf.event.outcome = 'failed'
    })

  test('the leaf itself, where it has a checkpoint of its own', async () => {
    const one = await log.another()
    await one.grow(20)
    await one.grow(12, 'own-checkpoints')
    await tamperWith(one, 25)
    await rewriteTiles(one)
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 25, to: 26, code: 'rewritten' })
    await expect(log.sequencer().sequence(one.orgId)).rejects.toMatchObject({ code: 'rewritten' })
  })

  test('the events of its checkpoint, where it shares one', async () => {
    const one = await grown()
    await tamperWith(one, 300)
    await rewriteTiles(one)
    expect((await one.verify()).firstBadLeaf).toMatchObject({ index: 100, to: 350, code: 'rewritten' })
  })

  test('also with all checkpoints signed anew by another key', async () => {
    const one = await grown()
    await tamperWith(one, 5)
    const root = await rewriteTiles(one)
    const { signer } = generateNoteKey(`wellkeep/${one.orgId}`)
    const { origin, time } = parseCheckpoint(parseNote((await log.state.read(one.orgId))!).text)
    await log.tamper('delete from audit_checkpoints where org_id = $1', [one.orgId])
    const note = await signCheckpoint({ origin, size: 600, root, time }, signer)
    await log.tamper('insert into audit_checkpoints values ($1, 600, $2, $3)', [one.orgId, time, note])
    const report = await one.verify()
    expect(report.firstBadLeaf).toMatchObject({ index: 0, to: 600, code: 'rewritten' })
    expect(report.problems.map((p) => p.code)).toContain('checkpoint-refused')
  })

  test('tiles alone: the events are as they were', async () => {
    const one = await grown()
    await log.tamper(
      "update audit_tiles set hashes = overlay(hashes placing sha256('forged') from 1) where org_id = $1 and level = 0 and n = 1",
      [one.orgId],
    )
    const report = await one.verify()
    expect(report.ok).toBe(false)
    expect(report.firstBadLeaf).toBeUndefined()
    expect(report.problems[0]).toMatchObject({ code: 'tile-altered' })
  })
})
