import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  name: string
  data: Buffer | string
  /** What the entry claims to be unpacked, where that is a lie. */
  claims?: number
  encrypted?: boolean
}

/** A zip archive, entry by entry; small, and free to lie. */
export function zipOf(entries: Packed[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, data, claims, encrypted } of entries) {
    const plain = Buffer.from(data as string)
    const packed = deflateRawSync(plain)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(encrypted ? 1 : 0, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(plain), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? plain.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(at, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, more, Buffer.from(name)]),
    )
    local.push(file)
    at += file.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}

const types = (main: string) => ({
  name: '[Content_Types].xml',
  data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${main}.main+xml"/></Types>`,
})
const OFFICE = 'application/vnd.openxmlformats-officedocument'

export const docx = (text: string, more: Packed[] = []): Buffer =>
  zipOf([
    types(`${OFFICE}.wordprocessingml.document`),
    {
      name: 'word/document.xml',
      data: `<w:document xmlns:w="w"><w:body>${text
        .split('\n')
        .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    },
    ...more,
  ])

/** Strings are shared; numbers in the second column are days. */
export function xlsx(rows: [string, number | string][]): Buffer {
  const strings = rows.flatMap((r) => r.filter((v) => typeof v === 'string'))
  const cell = (v: string | number, at: string) =>
    typeof v === 'string'
      ? `<c r="${at}" t="s"><v>${strings.indexOf(v)}</v></c>`
      : `<c r="${at}" s="1"><v>${v}</v></c>`
  return zipOf([
    types(`${OFFICE}.spreadsheetml.sheet`),
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${rows
        .map(([a, b], i) => `<row>${cell(a, `A${i + 1}`)}${cell(b, `B${i + 1}`)}</row>`)
        .join('')}</sheetData></worksheet>`,
    },
    {
      name: 'xl/styles.xml',
      data: '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${strings.map((s) => `<si><t>${s}</t></si>`).join('')}</sst>`,
    },
  ])
}

export const pptx = (text: string): Buffer =>
  zipOf([
    types(`${OFFICE}.presentationml.presentation`),
    {
      name: 'ppt/slides/slide2.xml',
      data: `<p:sld xmlns:a="a" xmlns:p="p"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`,
    },
  ])

export const odt = (text: string): Buffer =>
  zipOf([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      data: `<office:document-content xmlns:text="t" xmlns:office="o"><text:p>${text}</text:p></office:document-content>`,
    },
  ])
