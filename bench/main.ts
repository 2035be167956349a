/**
 * `npm run bench [name ...]`: starts all it needs in a temporary folder, runs both sides of each ratio in one run,
 * and prints a table. Figures depend on the machine; ratios less so. Exit code 0 also where a target is missed.
 */
import { benchAuditVerify } from './audit-verify.ts'
import { benchCopies } from './copies.ts'
import { benchDesk } from './desk.ts'
import { benchDocuments } from './documents.ts'
import { benchFiles } from './files.ts'
import { benchImport } from './import.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchLive } from './live.ts'
import type { Row } from './load.ts'
import { benchPhi } from './phi.ts'
import { benchChange, benchRead, benchSearch, startSides } from './requests.ts'
import { benchStart } from './start.ts'
import { benchWorld, fill } from './world.ts'

const wanted = new Set(process.argv.slice(2))
const wants = (name: string) => wanted.size === 0 || wanted.has(name)
const rows: Row[] = []

if (['read', 'change', 'search'].some(wants)) {
  const w = await benchWorld()
  try {
    await fill(w, 0, 10_000)
    const sides = await startSides(w)
    try {
      if (wants('read')) rows.push(await benchRead(sides))
      if (wants('change')) rows.push(await benchChange(sides))
      if (wants('search')) rows.push(...(await benchSearch(sides)))
    } finally {
      await sides.bare.stop()
      await sides.ours.stop()
    }
  } finally {
    await w.remove()
  }
}
if (['ticket', 'reply', 'board', 'sweep'].some(wants)) {
  const w = await benchWorld()
  try {
    rows.push(...(await benchDesk(w, wants)))
  } finally {
    await w.remove()
  }
}
if (['documents', 'download'].some(wants)) {
  const w = await benchWorld()
  try {
    rows.push(...(await benchDocuments(w, wants)))
  } finally {
    await w.remove()
  }
}
if (wants('files')) rows.push(...(await benchFiles()))
if (wants('live')) {
  const w = await benchWorld()
  try {
    rows.push(await benchLive(w))
  } finally {
    await w.remove()
  }
}
if (wants('copies')) rows.push(...(await benchCopies()))
if (wants('import')) rows.push(...(await benchImport()))
if (wants('verify')) {
  const r = await benchAuditVerify(1_000_000)
  rows.push({
    what: 'audit verify of 1,000,000 events',
    ours: `${r.ours.toFixed(0)} ${r.unit}`,
    reference: `${r.reference.toFixed(0)} ${r.unit}`,
    ratio: r.ratio.toFixed(2),
    target: '>= 0.6',
    met: r.ratio >= 0.6,
  })
}
if (wants('phi')) rows.push(...(await benchPhi()))
if (wants('start')) rows.push(await benchStart())
if (wants('lighthouse')) rows.push(...(await benchLighthouse()))

const columns = ['what', 'ours', 'reference', 'ratio', 'target'] as const
const width = (c: (typeof columns)[number]) => Math.max(c.length, ...rows.map((r) => r[c].length))
const line = (cells: string[]) => `| ${cells.join(' | ')} |`
console.log(line([...columns.map((c) => c.padEnd(width(c))), 'met']))
console.log(line([...columns.map((c) => '-'.repeat(width(c))), '---']))
for (const r of rows) console.log(line([...columns.map((c) => r[c].padEnd(width(c))), r.met ? 'yes' : 'no ']))
