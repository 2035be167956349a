/**
 * `npm run bench [name ...]`: starts all it needs in a temporary folder, runs both sides of each ratio in one run,
 * and prints a table. Figures depend on the machine; ratios less so. Exit code 0 also where a target is missed; 1 where
 * a row could not be measured: the others are printed all the same.
 */
import { benchAuditVerify } from './audit-verify.ts'
import { benchCopies } from './copies.ts'
import { benchDesk } from './desk.ts'
import { benchDocuments } from './documents.ts'
import { benchFiles } from './files.ts'
import { benchFresh } from './fresh.ts'
import { benchImport } from './import.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchLive } from './live.ts'
import type { Row } from './load.ts'
import { benchPhi } from './phi.ts'
import { benchRequests } from './requests.ts'
import { benchStart } from './start.ts'
import { type BenchWorld, benchWorld } from './world.ts'

type Wants = (name: string) => boolean

/** What measures which rows; `apart` from the others is what depends on more than this machine. */
const BENCHES: { names: string[]; apart?: true; run: (wants: Wants) => Promise<Row[]> }[] = [
  { names: ['read', 'change', 'search'], run: (wants) => inWorld((w) => benchRequests(w, wants)) },
  { names: ['ticket', 'reply', 'board', 'sweep'], run: (wants) => inWorld((w) => benchDesk(w, wants)) },
  { names: ['documents', 'download'], run: (wants) => inWorld((w) => benchDocuments(w, wants)) },
  { names: ['files'], run: benchFiles },
  { names: ['live'], run: () => inWorld(async (w) => [await benchLive(w)]) },
  { names: ['copies'], run: benchCopies },
  { names: ['import'], run: benchImport },
  { names: ['verify'], run: async () => [await benchAuditVerify(1_000_000)] },
  { names: ['phi'], run: benchPhi },
  { names: ['start'], run: async () => [await benchStart()] },
  { names: ['lighthouse'], run: benchLighthouse },
  { names: ['fresh'], apart: true, run: async () => [await benchFresh()] },
]

async function inWorld(measure: (w: BenchWorld) => Promise<Row[]>): Promise<Row[]> {
  const w = await benchWorld()
  try {
    return await measure(w)
  } finally {
    await w.remove()
  }
}

const wanted = new Set(process.argv.slice(2))
const known = new Set(BENCHES.flatMap((b) => b.names))
const unknown = [...wanted].filter((name) => !known.has(name))
if (unknown.length) {
  console.error(`There is no row ${unknown.join(', ')}. There are: ${[...known].join(', ')}`)
  process.exit(2)
}
const wants: Wants = (name) => wanted.size === 0 || wanted.has(name)
const together: Row[] = []
const apart: Row[] = []
for (const bench of BENCHES.filter((b) => b.names.some(wants))) {
  try {
    ;(bench.apart ? apart : together).push(...(await bench.run(wants)))
  } catch (error) {
    console.error(`${bench.names.join(', ')}: could not be measured:`, error)
    process.exitCode = 1
  }
}
print(together)
if (apart.length) console.log('\nApart, since it depends on the network:')
print(apart)

function print(rows: Row[]): void {
  if (rows.length === 0) return
  const columns = ['what', 'ours', 'reference', 'ratio', 'target'] as const
  const width = (c: (typeof columns)[number]) => Math.max(c.length, ...rows.map((r) => r[c].length))
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  console.log(line([...columns.map((c) => c.padEnd(width(c))), 'met']))
  console.log(line([...columns.map((c) => '-'.repeat(width(c))), '---']))
  for (const r of rows)
    console.log(line([...columns.map((c) => r[c].padEnd(width(c))), r.met ? 'yes' : 'no ']))
}
