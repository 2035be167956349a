import type { Place } from '../../protocol.ts'
import type { Reading } from '../reading.ts'
import { inside } from '../reading.ts'
import { markupText } from './markup.ts'
import { dateStyles, sharedStrings, sheetRows } from './spreadsheet.ts'
import { decode } from './text.ts'
import { zipEntries } from './zip.ts'

/** Parts that hold no text of people: relations, types, looks. */
const NO_TEXT =
  /(\.rels$|^\[Content_Types\]|\/theme\/|\/_rels\/|(^|\/)(styles|settings|webSettings|fontTable|numbering|presProps|viewProps|tableStyles|calcChain|META-INF\/manifest)\.xml$|\/slide(Layouts|Masters)\/)/
/** What lies in a document whole: pictures, other documents. */
const EMBEDDED = /(\/media\/|\/embeddings\/|^Pictures\/|^media\/|^Object |\.bin$|^Thumbnails\/)/

type ReadPart = (bytes: Buffer, name: string, place: Place) => Promise<void>

/** Office Open XML and OpenDocument: every part's text, comments and properties, and what is embedded. */
export async function readOffice(
  reading: Reading,
  bytes: Buffer,
  place: Place,
  readPart: ReadPart,
): Promise<void> {
  const sheets: { name: string; xml: string }[] = []
  let strings: string[] = []
  let dates = new Set<number>()
  let part = 0
  const wants = (name: string) => /xl\/styles\.xml$/.test(name) || !NO_TEXT.test(name)
  for await (const entry of zipEntries(bytes, reading.budget, wants)) {
    const { name } = entry
    if (EMBEDDED.test(name)) {
      const at = inside(place, ++part)
      await reading.trying(() => readPart(entry.bytes, name.replace(/^.*\//, ''), at))
    } else if (/\.(xml|vml)$/.test(name)) {
      const xml = decode(entry.bytes)
      if (/xl\/sharedStrings\.xml$/.test(name)) strings = sharedStrings(xml)
      else if (/xl\/styles\.xml$/.test(name)) dates = dateStyles(xml)
      else if (/xl\/worksheets\/sheet/.test(name)) sheets.push({ name, xml })
      else reading.text(placeOf(place, name), markupText(xml, { xml: true }))
    }
  }
  sheets.sort((a, b) => numberIn(a.name) - numberIn(b.name))
  for (const [i, sheet] of sheets.entries()) {
    reading.budget.time()
    const rows = sheetRows(sheet.xml, strings, dates)
    reading.text({ ...place, sheet: i + 1 }, rows.map((r) => r.join('\t')).join('\n'))
  }
}

const numberIn = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)

function placeOf(place: Place, name: string): Place {
  if (/^docProps\/|^meta\.xml$/.test(name)) return { ...place, in: 'metadata' }
  const slide = /ppt\/(?:slides|notesSlides)\/\D+(\d+)\.xml$/.exec(name)
  return slide ? { ...place, page: Number(slide[1]) } : place
}
