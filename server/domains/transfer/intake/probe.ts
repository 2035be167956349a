import { TransferError } from '../problem.ts'
import { byteOrderMark, type Encoding, looksLikeUtf16, Utf8Check } from './encoding.ts'
import { refuseBinary } from './magic.ts'

export type ProbeResult = {
  kind: 'csv' | 'fhir'
  encoding: Encoding
  /** True when nothing in the file names the encoding: it is not UTF-8, so Windows-1252 is taken. */
  encodingAssumed: boolean
  bytes: number
}

const HEAD = 1024

/**
 * Looks at a file while it streams by (on its way into the encrypted store) and says what it is. The content
 * decides, not its name or declared type. Refuses archives, pictures, XML and other non-text at the first bytes.
 */
export class Probe {
  #head: Buffer = Buffer.alloc(0)
  #started = false
  #mark: Encoding | undefined
  #utf8 = new Utf8Check()
  #isUtf8 = true
  #bytes = 0

  /** @throws TransferError as soon as the file can't be an import. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length
    if (!this.#started) {
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD)])
      if (this.#head.length >= HEAD) this.#start()
    }
    if (this.#isUtf8) this.#isUtf8 = this.#utf8.push(chunk)
    if (this.#started && !this.#mark?.startsWith('utf-16')) refuseZeros(chunk)
  }

  /** @throws TransferError when the whole file is empty or not text. */
  end(): ProbeResult {
    if (!this.#started) {
      this.#start()
      if (!this.#mark?.startsWith('utf-16')) refuseZeros(this.#head)
    }
    const utf8 = this.#isUtf8 && this.#utf8.end()
    if (this.#mark === 'utf-8' && !utf8) {
      throw new TransferError(
        'wrong-encoding',
        'The file says that it is UTF-8 but holds bytes that are not. Save it as UTF-8 again.',
      )
    }
    const encoding = this.#mark ?? (utf8 ? 'utf-8' : 'windows-1252')
    const kind = firstCharacter(this.#head, encoding)
    if (kind === 'fhir' && encoding === 'windows-1252') {
      throw new TransferError('wrong-encoding', 'FHIR files are UTF-8, and this one is not.')
    }
    return { kind, encoding, encodingAssumed: !this.#mark && !utf8, bytes: this.#bytes }
  }

  #start(): void {
    this.#started = true
    refuseBinary(this.#head)
    this.#mark = byteOrderMark(this.#head)?.encoding ?? looksLikeUtf16(this.#head)
    if (!this.#mark?.startsWith('utf-16')) refuseZeros(this.#head)
  }
}

function refuseZeros(chunk: Uint8Array): void {
  if (chunk.includes(0)) {
    throw new TransferError('binary-file', 'The file holds zero bytes: it is not a text file.')
  }
}

/** `{` begins FHIR JSON; `<` is XML and `[` a bare list, which are refused; anything else is CSV. */
function firstCharacter(head: Buffer, encoding: Encoding): 'csv' | 'fhir' {
  const text = new TextDecoder(encoding).decode(head).trimStart()
  if (text === '') throw new TransferError('empty-file', 'The file is empty.')
  if (text.startsWith('{')) return 'fhir'
  if (/^\[\s*[{\]]/.test(text)) {
    throw new TransferError(
      'not-fhir',
      'This JSON file is a bare list. FHIR files are a Bundle, or one resource a line (NDJSON).',
    )
  }
  if (/^<(\?xml|!DOCTYPE|[A-Za-z])/.test(text)) {
    const what = /^(<\?xml[^>]*>\s*)?<(!DOCTYPE|html)/i.test(text) ? 'a web page' : 'XML'
    throw new TransferError(
      'xml-file',
      `This is ${what}. Wellkeep imports FHIR R4 as JSON (a Bundle or NDJSON), and CSV.`,
    )
  }
  return 'csv'
}
