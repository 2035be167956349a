import { Parser } from 'htmlparser2'

/** Formats of numbers that are built in and show dates (ECMA-376, part 1, 18.8.30). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])
const DAY = 86_400_000

type Handler = ConstructorParameters<typeof Parser>[0]
function parse(xml: string, handler: Handler): void {
  const parser = new Parser(handler, { xmlMode: true })
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  parser.end()
}
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** The strings that cells refer to by their number. */
export function sharedStrings(xml: string): string[] {
  const out: string[] = []
  let inText = false
  parse(xml, {
    onopentag(name) {
      if (local(name) === 'si') out.push('')
      inText = local(name) === 't'
    },
    ontext(text) {
      if (inText && out.length > 0) out[out.length - 1] += text
    },
    onclosetag: () => {
      inText = false
    },
  })
  return out
}

/** Which cell styles show a date. */
export function dateStyles(xml: string): Set<number> {
  const custom = new Set<number>()
  const dates = new Set<number>()
  let inCells = false
  let n = 0
  parse(xml, {
    onopentag(name, a) {
      const tag = local(name)
      if (tag === 'numFmt' && /[ymd]/i.test((a.formatCode ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')))
        custom.add(Number(a.numFmtId))
      if (tag === 'cellXfs') inCells = true
      if (tag === 'xf' && inCells) {
        const format = Number(a.numFmtId)
        if (BUILT_IN_DATES.has(format) || custom.has(format)) dates.add(n)
        n++
      }
    },
    onclosetag(name) {
      if (local(name) === 'cellXfs') inCells = false
    },
  })
  return dates
}

/** A day as people write it: spreadsheets count days since the end of 1899. */
function day(serial: number): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * DAY))
  return Number.isNaN(at.getTime()) ? String(serial) : at.toISOString().slice(0, 10)
}

/** Rows of cells, as they are shown: shared strings looked up, days written as days. */
export function sheetRows(xml: string, strings: string[], dates: Set<number>): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let type = ''
  let style = 0
  let column = 0
  let value: string | undefined
  parse(xml, {
    onopentag(name, a) {
      const tag = local(name)
      if (tag === 'row') row = []
      else if (tag === 'c') {
        type = a.t ?? ''
        style = Number(a.s ?? 0)
        column = columnOf(a.r) ?? row.length
        value = undefined
      } else if (tag === 'v' || tag === 't') value = ''
    },
    ontext(text) {
      if (value !== undefined) value += text
    },
    onclosetag(name) {
      const tag = local(name)
      if ((tag === 'v' || tag === 't') && value !== undefined) {
        while (row.length < Math.min(column, 1000)) row.push('')
        row.push(shown(value, type, dates.has(style), strings))
        value = undefined
      } else if (tag === 'row' && row.length > 0) rows.push(row)
    },
  })
  return rows
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  let n = 0
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64
  return n - 1
}

function shown(value: string, type: string, isDate: boolean, strings: string[]): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (isDate && (type === '' || type === 'n') && value !== '') return day(Number(value))
  return value
}
