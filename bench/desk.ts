import { addMessage, type By, createTicket, sweepServiceLevels } from '../server/domains/desk/index.ts'
import { type Load, load, median, type Row } from './load.ts'
import { auth, compare, type Sides, startSides } from './requests.ts'
import type { BenchWorld } from './world.ts'

const CONNECTIONS = 16
const MESSAGES = 50
const OPEN_TICKETS = 10_000
const WORDS =
  'the printer in the north wing stops after two pages and shows error code on its panel we changed cable and toner but it comes back every morning please look'.split(
    ' ',
  )
/** Some 300 characters, another order each time. */
const text = (n: number) =>
  Array.from({ length: 55 }, (_, i) => WORDS[(n * 7 + i * (1 + (n % 5))) % WORDS.length]).join(' ')

/** Fills the desk; nothing of it is recorded, since the requests are what is measured. */
export async function fillDesk(w: BenchWorld): Promise<string[]> {
  const { db } = w.platform
  const by: By = { userId: w.user.id, name: 'bench', may: () => true, record: async () => {} }
  const context = { orgId: w.world.orgId, userId: w.user.id }
  await w.owner.query(`create table plain_tickets (id uuid primary key, number integer not null, subject text not null, status text not null,
      updated_at timestamptz not null default now(), messages integer not null default 0);
    create table plain_messages (id uuid primary key, ticket_id uuid not null, author uuid, kind text not null, body text not null,
      created_at timestamptz not null default now());
    create index on plain_messages (ticket_id, id)`)
  const ids: string[] = []
  for (let i = 0; i < CONNECTIONS; i++) {
    const { id, number } = await db.withContext(context, async (tx) => {
      const made = await createTicket(tx, w.platform, by, { subject: text(i).slice(0, 60), body: text(i) })
      for (let n = 1; n < MESSAGES; n++)
        await addMessage(tx, w.platform, by, made.id, {
          kind: n % 2 ? 'internal' : 'public',
          body: text(i * n),
        })
      return made
    })
    await w.owner.query('insert into plain_tickets (id, number, subject, status) values ($1, $2, $3, $4)', [
      id,
      number,
      text(i).slice(0, 60),
      'new',
    ])
    await w.owner.query(
      `insert into plain_messages (id, ticket_id, author, kind, body) select uuidv7(), $1, $2, 'internal', b from unnest($3::text[]) b`,
      [id, w.user.id, Array.from({ length: MESSAGES }, (_, n) => text(i * n))],
    )
    ids.push(id)
  }
  return ids
}

/** One more message on each ticket, on both sides. */
async function writeOn(w: BenchWorld, ids: string[]): Promise<void> {
  const by: By = { userId: w.user.id, name: 'bench', may: () => true, record: async () => {} }
  const context = { orgId: w.world.orgId, userId: w.user.id }
  for (const [i, id] of ids.entries()) {
    const body = text(i + 3)
    await w.platform.db.withContext(context, (tx) =>
      addMessage(tx, w.platform, by, id, { kind: 'internal', body }),
    )
    await w.owner.query(
      "insert into plain_messages (id, ticket_id, author, kind, body) values (uuidv7(), $1, $2, 'internal', $3)",
      [id, w.user.id, body],
    )
  }
}

async function fillBoard(w: BenchWorld): Promise<void> {
  const by: By = { userId: w.user.id, name: 'bench', may: () => true, record: async () => {} }
  const context = { orgId: w.world.orgId, userId: w.user.id }
  for (let at = 0; at < OPEN_TICKETS; at += 500)
    await w.platform.db.withContext(context, async (tx) => {
      for (let i = at; i < at + 500; i++)
        await createTicket(tx, w.platform, by, {
          subject: text(i).slice(0, 60),
          impact: 1 + (i % 3),
          urgency: 1 + ((i >> 2) % 3),
          assigneeId: i % 3 ? null : w.user.id,
        })
    })
  await w.owner.query(`update tickets set status = (array['new', 'in-progress', 'waiting-requester', 'waiting-third-party'])[1 + number % 4],
    status_category = (array['new', 'open', 'waiting', 'waiting'])[1 + number % 4]`)
  await w.owner.query('vacuum analyze')
}

async function benchOpen({ ours, bare, w }: Sides, ids: string[], what: string): Promise<Row> {
  const common = { seconds: 4, connections: CONNECTIONS }
  const r = await compare(
    { ...common, urls: ids.map((id) => `${ours.ready.url}/api/v1/tickets/${id}`), headers: auth(w) },
    { ...common, urls: ids.map((id) => `${bare.ready.url}/tickets/${id}`) },
    'perSecond',
  )
  return rate(`${what}, ${CONNECTIONS} connections`, r)
}

export const replyBodies = () =>
  Array.from({ length: 64 }, (_, i) => JSON.stringify({ kind: 'internal', body: text(i) }))

async function benchReply({ ours, bare, w }: Sides, ids: string[]): Promise<Row> {
  const bodies = replyBodies()
  const common = { seconds: 4, connections: CONNECTIONS, method: 'POST' as const, bodies }
  const r = await compare(
    { ...common, urls: ids.map((id) => `${ours.ready.url}/api/v1/tickets/${id}/messages`), headers: auth(w) },
    { ...common, urls: ids.map((id) => `${bare.ready.url}/tickets/${id}/messages`) },
    'perSecond',
  )
  return rate(`add a reply, ${CONNECTIONS} connections`, r)
}

const rate = (what: string, r: { ours: number; bare: number; ratio: number }): Row => ({
  what,
  ours: `${r.ours.toFixed(0)}/s`,
  reference: `${r.bare.toFixed(0)}/s`,
  ratio: r.ratio.toFixed(2),
  target: '>= 0.6',
  met: r.ratio >= 0.6,
})

async function benchBoard({ ours, w }: Sides): Promise<Row> {
  const filter = { categories: ['new', 'open', 'waiting'] }
  const board: Load = {
    seconds: 4,
    connections: 2,
    method: 'POST',
    urls: [`${ours.ready.url}/api/v1/tickets/board`],
    headers: auth(w),
    bodies: [
      JSON.stringify({ filter }),
      JSON.stringify({ filter: { ...filter, mine: true }, groupBy: 'priority' }),
    ],
  }
  const p95: number[] = []
  for (let i = 0; i < 3; i++) p95.push((await load(board)).p95)
  const ms = median(p95)
  return {
    what: `a board of ${OPEN_TICKETS} open tickets, p95`,
    ours: `${ms.toFixed(0)} ms`,
    reference: '-',
    ratio: '-',
    target: '< 150 ms',
    met: ms < 150,
  }
}

/** A change of service levels goes over all open tickets: how long in all, and how long one transaction holds its tickets. */
async function benchSweep(w: BenchWorld): Promise<Row> {
  await w.owner.query(
    'insert into sla_sweeps (org_id, total) select org_id, 0 from organizations on conflict do nothing',
  )
  await w.owner.query('update sla_sweeps set after_id = null, finished_at = null, done = 0')
  const begun = performance.now()
  const batches = [begun]
  const live = { changed: () => void batches.push(performance.now()) }
  const job = { orgId: w.world.orgId, payload: {}, attempt: 1, lastAttempt: false, signal: undefined }
  await sweepServiceLevels({ db: w.platform.db, live: live as never }, job as never)
  const longest = Math.max(...batches.slice(1).map((at, i) => at - batches[i]!))
  return {
    what: `service levels of ${OPEN_TICKETS} open tickets worked out anew; longest transaction`,
    ours: `${((performance.now() - begun) / 1000).toFixed(1)} s, ${longest.toFixed(0)} ms`,
    reference: '-',
    ratio: '-',
    target: '< 500 ms',
    met: longest < 500,
  }
}

/**
 * Opening a ticket (`ticket`), adding a reply (`reply`), a board of many (`board`) and their service levels (`sweep`):
 * those that are wanted.
 */
export async function benchDesk(w: BenchWorld, wants: (name: string) => boolean): Promise<Row[]> {
  const ids = wants('ticket') || wants('reply') ? await fillDesk(w) : []
  await w.owner.query('vacuum analyze')
  const sides = await startSides(w)
  try {
    const rows: Row[] = []
    if (wants('ticket')) {
      rows.push(await benchOpen(sides, ids, `open a ticket with ${MESSAGES} messages`))
      // Every reader is the first one: the page that they were shown is not kept.
      const keeping = 'execute on function wk_keep_thread, wk_extend_thread'
      await w.owner.query(`revoke ${keeping} from wellkeep_app`)
      await writeOn(w, ids)
      rows.push({ ...(await benchOpen(sides, ids, 'the same, just written on')), target: '-' })
      await w.owner.query('truncate ticket_threads')
      rows.push({ ...(await benchOpen(sides, ids, 'the same, never read before')), target: '-' })
      await w.owner.query(`grant ${keeping} to wellkeep_app`)
    }
    if (wants('reply')) rows.push(await benchReply(sides, ids))
    if (wants('board') || wants('sweep')) await fillBoard(w)
    if (wants('board')) rows.push(await benchBoard(sides))
    if (wants('sweep')) rows.push(await benchSweep(w))
    return rows
  } finally {
    await sides.bare.stop()
    await sides.ours.stop()
  }
}
