import { type Load, load, median, type Row, type Started, start } from './load.ts'
import { type BenchWorld, fill } from './world.ts'

const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 16

export interface Sides {
  ours: Started
  bare: Started
  w: BenchWorld
}

/** Both servers, each in a process of its own, on one PostgreSQL. */
export async function startSides(w: BenchWorld): Promise<Sides> {
  const tls = { TLS_KEY: `${w.dataDir}/tls/server.pem`, TLS_CERT: `${w.dataDir}/tls/server.pem` }
  const ours = await start('bench/our-server.ts', w.env)
  const bare = await start('bench/bare-server.ts', { ...tls, BARE_URL: w.platform.ownerUrl })
  return { ours, bare, w }
}

export const auth = (w: BenchWorld) => ({ authorization: `Bearer ${w.user.token}` })

/** Both sides in turn, several times; the medians of what `of` takes from each. */
export async function compare(
  ours: Load,
  bare: Load,
  of: 'perSecond' | 'p95',
): Promise<{ ours: number; bare: number; ratio: number }> {
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const [first, second] = i % 2 ? [bare, ours] : [ours, bare]
    const x = await load(first)
    const y = await load(second)
    if (x.failed || y.failed) throw new Error(`requests failed: ${x.failed} and ${y.failed}`)
    a.push((i % 2 ? y : x)[of])
    b.push((i % 2 ? x : y)[of])
  }
  // The ratio of each round, then their median: both sides of a ratio saw the same machine.
  return { ours: median(a), bare: median(b), ratio: median(a.map((v, i) => v / b[i]!)) }
}

async function benchRead({ ours, bare, w }: Sides): Promise<Row> {
  const ids = w.sample.slice(0, CONNECTIONS)
  const common = { seconds: SECONDS, connections: CONNECTIONS }
  const r = await compare(
    { ...common, urls: ids.map((id) => `${ours.ready.url}/api/v1/clients/${id}`), headers: auth(w) },
    { ...common, urls: ids.map((id) => `${bare.ready.url}/clients/${id}`) },
    'perSecond',
  )
  return {
    what: `GET one client, ${CONNECTIONS} connections`,
    ours: `${r.ours.toFixed(0)}/s`,
    reference: `${r.bare.toFixed(0)}/s`,
    ratio: r.ratio.toFixed(2),
    target: '>= 0.7',
    met: r.ratio >= 0.7,
  }
}

async function benchChange({ ours, bare, w }: Sides): Promise<Row> {
  const ids = w.sample.slice(0, CONNECTIONS)
  const bodies = Array.from({ length: 8 }, (_, i) =>
    JSON.stringify({ clinical: { summary: `Seen in week ${i}. No open referrals; medication unchanged.` } }),
  )
  const common = {
    seconds: SECONDS,
    connections: CONNECTIONS,
    method: 'PATCH' as const,
    bodies,
    conditional: true,
  }
  // The first If-Match of each run must be right: the versions are put back between runs by asking for them.
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    await w.owner.query('update clients set version = 1 where id = any ($1)', [ids])
    const x = await load({
      ...common,
      urls: ids.map((id) => `${ours.ready.url}/api/v1/clients/${id}`),
      headers: auth(w),
    })
    const y = await load({ ...common, urls: ids.map((id) => `${bare.ready.url}/clients/${id}`) })
    if (x.failed || y.failed) throw new Error(`requests failed: ${x.failed} and ${y.failed}`)
    a.push(x.perSecond)
    b.push(y.perSecond)
  }
  const ratio = median(a.map((v, i) => v / b[i]!))
  return {
    what: `change one client, ${CONNECTIONS} connections`,
    ours: `${median(a).toFixed(0)}/s`,
    reference: `${median(b).toFixed(0)}/s`,
    ratio: ratio.toFixed(2),
    target: '>= 0.6',
    met: ratio >= 0.6,
  }
}

/** Prefixes of real names, three to five letters, as people type them. */
function prefixBodies(w: BenchWorld): string[] {
  return w.names.slice(0, 600).map((name, i) => JSON.stringify({ q: name.slice(0, 3 + (i % 3)) }))
}

async function benchSearch(sides: Sides): Promise<Row[]> {
  const { ours, bare, w } = sides
  const bodies = prefixBodies(w)
  const common = { seconds: SECONDS, connections: 4, method: 'POST' as const, bodies }
  const mine: Load = { ...common, urls: [`${ours.ready.url}/api/v1/clients/search`], headers: auth(w) }
  const theirs: Load = { ...common, urls: [`${bare.ready.url}/clients/search`] }
  const small: number[] = []
  for (let i = 0; i < ROUNDS; i++) small.push((await load(mine)).p95)
  await fill(w, 10_000, 100_000)
  const r = await compare(mine, theirs, 'p95')
  const growth = r.ours / median(small)
  return [
    {
      what: 'name-prefix search over 100,000, p95',
      ours: `${r.ours.toFixed(1)} ms`,
      reference: `${r.bare.toFixed(1)} ms`,
      ratio: r.ratio.toFixed(2),
      target: '<= 2',
      met: r.ratio <= 2,
    },
    {
      what: 'the same, from 10,000 to 100,000, p95',
      ours: `${r.ours.toFixed(1)} ms`,
      reference: `${median(small).toFixed(1)} ms`,
      ratio: growth.toFixed(2),
      target: '<= 2',
      met: growth <= 2,
    },
  ]
}

/** Reading a client (`read`), changing one (`change`) and finding some by name (`search`): those that are wanted. */
export async function benchRequests(w: BenchWorld, wants: (name: string) => boolean): Promise<Row[]> {
  await fill(w, 0, 10_000)
  const sides = await startSides(w)
  try {
    const rows: Row[] = []
    if (wants('read')) rows.push(await benchRead(sides))
    if (wants('change')) rows.push(await benchChange(sides))
    if (wants('search')) rows.push(...(await benchSearch(sides)))
    return rows
  } finally {
    await sides.bare.stop()
    await sides.ours.stop()
  }
}
