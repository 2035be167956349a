import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type AttachmentStream, type HeaderLines, MailParser, type MessageText } from 'mailparser'
import type { Addressed } from '../../desk/index.ts'
import { emailAddress, oneLine } from '../addresses.ts'
import { answeredIds, messageIds } from '../message-ids.ts'
import type { HeaderLookup, MailFacts } from './automatic.ts'
import { contentType } from './content-type.ts'
import { type DeliveryReport, deliveryReport } from './delivery-report.ts'
import { fileName } from './file-name.ts'
import { MAIL_LIMITS, type MailLimits, MailRefused } from './limits.ts'
import { cleanText, textOfHtml } from './plain-text.ts'
import { StructureGuard } from './structure-guard.ts'

/** Of a delivery report's parts: as much as is looked at. */
const REPORT_BYTES = 256 * 1024
const LONGEST_SUBJECT = 300

export interface IncomingFile {
  name: string
  /** As the mail says; what it really is, the files domain finds out. */
  contentType: string
  content: Readable
}

export interface IncomingMail<Stored> extends Omit<MailFacts, 'envelopeFrom'> {
  header: HeaderLookup
  /** Lower case; undefined where the mail names no usable address. */
  from: string | undefined
  fromName: string | undefined
  /** Every address that the mail was sent to, by its own headers. */
  to: string[]
  /** Those among them whom its writer named, with their names. */
  addressed: Addressed[]
  subject: string
  /** Without brackets. */
  messageId: string | undefined
  /** Message ids that it answers, the most telling first. */
  answers: string[]
  /** All the text there is, from HTML where there is no other. */
  text: string
  textCut: boolean
  report: DeliveryReport | undefined
  files: Stored[]
}

/**
 * Reads a mail as it streams in. Files go to `store` one after the other, each in constant memory, and texts are held
 * within their limit; nothing touches a disk here.
 *
 * @throws MailRefused beyond a limit; whatever `store` throws
 */
export async function parseMail<Stored>(
  source: AsyncIterable<Uint8Array>,
  store: (file: IncomingFile) => Promise<Stored>,
  limits: MailLimits = MAIL_LIMITS,
): Promise<IncomingMail<Stored>> {
  const guard = new StructureGuard(limits)
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHeadSize: limits.headerBytes * 2,
    maxChildNodes: limits.parts,
  })
  let lines: HeaderLines = []
  parser.once('headerLines', (found: HeaderLines) => (lines = found))
  const files: Stored[] = []
  const report: { status?: string; original?: string } = {}
  let body: MessageText | undefined
  let failed: unknown
  const consume = new Writable({
    objectMode: true,
    write(part: AttachmentStream | MessageText, _, done) {
      if (part.type === 'text') {
        body = part
        return done()
      }
      attachment(part).then(
        () => done(),
        (error) => {
          failed = error
          done(error as Error)
        },
      )
    },
  })

  async function attachment(part: AttachmentStream): Promise<void> {
    const type = part.contentType.toLowerCase()
    try {
      if (type === 'message/delivery-status') report.status ??= await head(part.content)
      else if (type === 'text/rfc822-headers') report.original ??= await head(part.content)
      else {
        if (files.length >= limits.files) throw new MailRefused('too-many-files')
        const content = part.content.pipe(new AtMost(limits.fileBytes))
        part.content.once('error', (error) => content.destroy(error))
        const stored = store({ name: fileName(part.filename, type), contentType: type, content })
        files.push(await stored.finally(() => content.check()))
      }
    } finally {
      part.release?.()
    }
  }

  try {
    await pipeline(Readable.from(source, { objectMode: false }), guard, parser as Transform, consume)
  } catch (error) {
    throw refusal(failed ?? error)
  }
  const header = lookup(lines)
  const outer = contentType(`content-type:${header('content-type') ?? ''}`)
  return {
    header,
    ...sender(parser),
    to: recipients(parser, header),
    addressed: addressed(parser),
    subject: cleanText(oneLine(parser.subject ?? ''))
      .slice(0, LONGEST_SUBJECT)
      .toWellFormed(),
    messageId: messageIds(header('message-id'))[0],
    answers: answeredIds(header('in-reply-to'), header('references')),
    text: wholeText(body),
    textCut: guard.textCut,
    contentType: outer.type,
    reportType: /report-type\s*=\s*"?([\w-]+)/i.exec(header('content-type') ?? '')?.[1]?.toLowerCase(),
    report: report.status === undefined ? undefined : deliveryReport(report.status, report.original),
    files,
  }
}

/** Passes so many bytes and fails at the next: a store never sees the whole of what is too large. */
class AtMost extends Transform {
  #exceeded = false
  readonly #most: number
  #bytes = 0

  constructor(most: number) {
    super()
    this.#most = most
  }

  /** Whatever a store makes of a stream that breaks off, the reason is this. */
  check(): void {
    if (this.#exceeded) throw new MailRefused('file-too-large')
  }

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error?: Error | null, chunk?: Buffer) => void,
  ): void {
    this.#bytes += chunk.length
    this.#exceeded ||= this.#bytes > this.#most
    if (this.#exceeded) done(new MailRefused('file-too-large'))
    else done(null, chunk)
  }
}

/** What the parser itself gives up at is the mail's fault; what a store throws is not. */
function refusal(error: unknown): unknown {
  const { code } = error as { code?: string }
  return code === 'EMAXLEN' ? new MailRefused('too-many-parts') : error
}

async function head(content: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of content) {
    if (bytes < REPORT_BYTES) chunks.push(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return Buffer.concat(chunks).subarray(0, REPORT_BYTES).toString('latin1')
}

/** The first header of a name, unfolded, as it came: the outermost hop wrote it. */
function lookup(lines: HeaderLines): HeaderLookup {
  const first = new Map<string, string>()
  for (const { key, line } of lines)
    if (!first.has(key)) first.set(key, oneLine(line.slice(line.indexOf(':') + 1), 64 * 1024))
  return (name) => first.get(name)
}

interface Mailbox {
  name: string
  address?: string | undefined
  group?: Mailbox[] | undefined
}
const flat = (value: readonly Mailbox[]): Mailbox[] => value.flatMap((m) => (m.group ? flat(m.group) : [m]))

function sender(parser: MailParser): { from: string | undefined; fromName: string | undefined } {
  const first = flat(parser.from?.value ?? []).find((m) => emailAddress(m.address))
  return {
    from: emailAddress(first?.address),
    fromName: shortName(first?.name),
  }
}

/** As many as anybody reads. */
const MOST_ADDRESSED = 50

function addressed(parser: MailParser): Addressed[] {
  const named = [parser.to, parser.cc].flat().flatMap((a) => flat(a?.value ?? []))
  const usable = named.flatMap(({ name, address }) => {
    const email = emailAddress(address)
    return email ? [{ email, ...(shortName(name) && { name: shortName(name)! }) }] : []
  })
  return usable.slice(0, MOST_ADDRESSED)
}

const shortName = (name: string | undefined): string | undefined =>
  cleanText(oneLine(name ?? ''))
    .slice(0, 200)
    .toWellFormed() || undefined

/** Beside To and Cc what delivery agents write: the address that a mail really came in by may stand in no other. */
function recipients(parser: MailParser, header: HeaderLookup): string[] {
  const named = [parser.to, parser.cc].flat().flatMap((a) => flat(a?.value ?? []).map((m) => m.address))
  const delivered = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to'].map((h) =>
    header(h)?.replace(/^<|>$/g, ''),
  )
  return [...new Set([...named, ...delivered].map(emailAddress).filter((a) => a !== undefined))].slice(0, 500)
}

function wholeText(body: MessageText | undefined): string {
  const text = cleanText(body?.text ?? '')
  return text.trim() || !body?.html ? text : textOfHtml(body.html)
}
