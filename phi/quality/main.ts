/**
 * `npm run bench:phi`: precision and recall of the detector on the labelled texts, all of them about made-up people.
 * `--show` lists what went wrong among the texts for tuning; what is held out is never shown. The same figures for held-out texts with unheard-of names show
 * how much hangs on lists of names.
 */
import { join } from 'node:path'
import { type Item, loadItems } from './items.ts'
import { measure, rows } from './measure.ts'
import { withUnknownNames } from './vary.ts'

const folder = (name: string) => join(import.meta.dirname, name)
const show = process.argv.includes('--show')

function print(title: string, items: Item[]): void {
  const measured = measure(items)
  const table = [['kind', 'labelled', 'recall', 'reported', 'precision'], ...rows(measured)]
  const widths = table[0]!.map((_, c) => Math.max(...table.map((r) => r[c]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, c) => cell.padEnd(widths[c]!)).join(' | ')} |`
  console.log(`\n${title}: ${items.length} texts`)
  console.log(line(table[0]!))
  console.log(line(widths.map((w) => '-'.repeat(w))))
  for (const row of table.slice(1)) console.log(line(row))
}

function list(items: Item[]): void {
  const { misses, wrongTexts } = measure(items)
  for (const m of misses) {
    const around = m.item.text.slice(Math.max(0, m.start - 40), m.end + 40).replace(/\s/g, ' ')
    console.log(
      `${m.what} ${m.kind} ${m.item.id} «${m.item.text.slice(m.start, m.end)}» in «${around}» ${m.reason ?? ''}`,
    )
  }
  for (const item of wrongTexts)
    console.log(`verdict ${item.phi ? 'too mild' : 'too harsh'} ${item.id} «${item.text.slice(0, 100)}»`)
}

const items = loadItems(folder('items'))
const tuning = items.filter((i) => !i.heldOut)
print('For tuning', tuning)
print(
  'Held out',
  items.filter((i) => i.heldOut),
)
print(
  'Held out, every name replaced by one that no list holds',
  items.filter((i) => i.heldOut).map(withUnknownNames),
)
const fresh = loadItems(folder('fresh'))
print('Written after the rules, learnt from since', fresh)
print('Second fresh batch, learnt from since', loadItems(folder('fresh2')))
const third = loadItems(folder('fresh3'))
print('By a second author, learnt from since', third)
print('By a second author, not learnt from', loadItems(folder('fresh4')))
if (show) list([...tuning, ...third])
