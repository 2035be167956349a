import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'

interface Message {
  subject: string
  from: { name: string; email: string }
  to: { name: string; email: string }
  body?: string
  /** As Rich Text, in the form that says that it is not compressed. */
  rtf?: string
  files: { name: string; content: Buffer }[]
}

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5]
type Node = { name: string } & ({ bytes: Buffer } | { children: Node[] })

const TEXT = 0x001f
const BINARY = 0x0102
/** A property's stream, as MS-OXMSG names it: tag and type in hexadecimal. */
const stream = (tag: number, type: number, bytes: Buffer): Node => ({
  name: `__substg1.0_${((tag << 16) | type).toString(16).toUpperCase().padStart(8, '0')}`,
  bytes,
})
const text = (tag: number, value: string) => stream(tag, TEXT, Buffer.from(value, 'utf16le'))

/** The list of properties: a head, then 16 bytes for each; of texts and bytes their lengths. */
function properties(head: number, nodes: Node[]): Node {
  const entries = nodes.flatMap((n) => {
    const tag = /^__substg1\.0_([0-9A-F]{8})$/.exec(n.name)?.[1]
    if (!tag || !('bytes' in n)) return []
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(Number.parseInt(tag, 16), 0)
    entry.writeUInt32LE(6, 4)
    entry.writeUInt32LE(n.bytes.length + (tag.endsWith('001F') ? 2 : 0), 8)
    return [entry]
  })
  return { name: '__properties_version1.0', bytes: Buffer.concat([Buffer.alloc(head), ...entries]) }
}
const storage = (name: string, nodes: Node[], head: number): Node => ({
  name,
  children: [...nodes, properties(head, nodes)],
})

/** MS-OXRTFCP: sizes, the mark of what is not compressed, no checksum, and the text. */
function plainRtf(rtf: string): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32LE(rtf.length + 12, 0)
  head.writeUInt32LE(rtf.length, 4)
  head.write('MELA', 8, 'latin1')
  return Buffer.concat([head, Buffer.from(rtf, 'latin1')])
}

/** An Outlook message (MS-OXMSG in MS-CFB) with a recipient and files. */
export function msg({ subject, from, to, body, rtf, files }: Message): Buffer {
  const recipient = [text(0x3001, to.name), text(0x3003, to.email), text(0x39fe, to.email)]
  const root = storage(
    'Root Entry',
    [
      text(0x001a, 'IPM.Note'),
      text(0x0037, subject),
      text(0x0c1a, from.name),
      text(0x0c1f, from.email),
      text(0x5d01, from.email),
      ...(body === undefined ? [] : [text(0x1000, body)]),
      ...(rtf === undefined ? [] : [stream(0x1009, BINARY, plainRtf(rtf))]),
      storage('__recip_version1.0_#00000000', recipient, 8),
      ...files.map((f, i) =>
        storage(
          `__attach_version1.0_#${i.toString(16).toUpperCase().padStart(8, '0')}`,
          [stream(0x3701, BINARY, f.content), text(0x3707, f.name), text(0x3704, f.name)],
          8,
        ),
      ),
    ],
    32,
  )
  const entries: Entry[] = []
  const add = (node: Node, type: number): number => {
    const at = entries.length
    const entry: Entry = { name: node.name, type, length: 0 }
    entries.push(entry)
    if ('bytes' in node) {
      entry.length = node.bytes.length
      // Not a view of a larger buffer: the library takes all of what lies beneath.
      entry.binaryProvider = () => Uint8Array.from(node.bytes)
    } else entry.children = node.children.map((c) => add(c, 'bytes' in c ? DOCUMENT! : DIRECTORY!))
    return at
  }
  add(root, ROOT!)
  return Buffer.from(burn(entries))
}
