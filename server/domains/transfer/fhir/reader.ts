import { type Issue, TransferError } from '../problem.ts'
import { BundleSplitter } from './bundle-splitter.ts'
import { memberText } from './json-text.ts'
import { lines } from './lines.ts'
import { refuseOtherRelease } from './version.ts'

/** One resource as it stands in a file. */
export type FhirItem = {
  /** Line of the NDJSON file, or number of the Bundle entry, from 1. */
  row: number
  resource: Record<string, unknown> & { resourceType: string }
  /** The resource's exact JSON text. */
  text: string
  /** The Bundle entry's URL: what other entries refer to it by. */
  fullUrl?: string
}
export type FhirRead = { item: FhirItem } | { issue: Issue }

const BUNDLES = new Set(['transaction', 'batch', 'collection', 'searchset', 'document'])
const HEAD_BYTES = 256 * 1024
const MAX_NESTED_BUNDLES = 2

/**
 * Reads UTF-8 chunks as FHIR R4 JSON: NDJSON (one resource or Bundle a line), one Bundle of any size, or one
 * resource. The content decides which. A line or entry that can't be read is an issue and reading goes on.
 * @throws TransferError `fhir-version`, `not-fhir`, `malformed-json`, `record-too-large`
 */
export async function* readFhir(chunks: AsyncIterable<Buffer>): AsyncGenerator<FhirRead, void, undefined> {
  const { head, all } = await peek(chunks)
  yield* isDocument(head) ? readDocument(all) : readLines(all)
}

/** The first bytes, and the whole stream with them still in it. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let done = false
  while (!done && head.length < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) done = true
    else head = Buffer.concat([head, next.value])
  }
  async function* all() {
    try {
      yield head
      while (!done) {
        const next = await iterator.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head, all: all() }
}

/**
 * A Bundle, or anything printed over several lines, is a document; otherwise each line stands alone (NDJSON, with
 * perhaps a broken line among them).
 */
function isDocument(head: Buffer): boolean {
  const text = head.toString('utf8').trim()
  const [first = '', second] = text.split('\n', 2)
  if (second !== undefined) return !isJson(first) && !isJson(second)
  try {
    return memberText(text, 'resourceType') === '"Bundle"' || /"entry"\s*:\s*\[/.test(text)
  } catch {
    return false
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<FhirRead, void, undefined> {
  for await (const line of lines(chunks)) {
    if ('tooLong' in line) {
      yield { issue: { row: line.line, reason: 'is longer than 32 MiB', severity: 'error' } }
      continue
    }
    const text = line.bytes.toString('utf8').trim()
    if (text !== '') yield* fromText(text, line.line, 0)
  }
}

/** One line: a resource, or a whole Bundle, of which every entry counts under the line's number. */
function* fromText(
  text: string,
  row: number,
  depth: number,
  fullUrl?: string,
): Generator<FhirRead, void, undefined> {
  const resource = parseObject(text)
  if (typeof resource === 'string') {
    yield { issue: { row, reason: resource, severity: 'error' } }
  } else if (resource.resourceType === 'Bundle') {
    refuseBundleType(resource, row)
    if (depth > MAX_NESTED_BUNDLES) {
      yield { issue: { row, reason: 'holds Bundles within Bundles within Bundles', severity: 'error' } }
      return
    }
    for (const entry of new BundleSplitter().push(Buffer.from(text))) yield* fromEntry(entry, row, depth + 1)
  } else yield toItem(resource, text, row, fullUrl)
}

/** One document, or several behind each other. Entries are numbered through. */
async function* readDocument(chunks: AsyncIterable<Buffer>): AsyncGenerator<FhirRead, void, undefined> {
  let splitter = new BundleSplitter()
  let row = 0
  let started = false
  let documents = 0
  for await (const chunk of chunks) {
    let bytes: Buffer = chunk
    while (bytes.length > 0) {
      if (!started && isBlank(bytes)) break
      started = true
      for (const entry of splitter.push(bytes)) yield* fromEntry(entry, ++row, 0)
      if (splitter.rest === undefined) break
      bytes = splitter.rest
      yield* endDocument(splitter, row + 1)
      documents++
      splitter = new BundleSplitter()
      started = false
    }
  }
  if (started || documents === 0) yield* endDocument(splitter, row + 1)
}

const isBlank = (bytes: Buffer): boolean =>
  bytes.every((c) => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09)

/** Checks what stood around the entries; a document without any may be a single resource. */
function* endDocument(splitter: BundleSplitter, row: number): Generator<FhirRead, void, undefined> {
  const { frame, text } = splitter.end()
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) throw notFhir()
  const root = frame as Record<string, unknown>
  if (root.resourceType === 'Bundle') refuseBundleType(root)
  else if (splitter.entries > 0 || typeof root.resourceType !== 'string') throw notFhir()
  else yield toItem(root, text.trim(), row)
}

function* fromEntry(bytes: Buffer, row: number, depth: number): Generator<FhirRead, void, undefined> {
  const text = bytes.toString('utf8')
  const entry = parseObject(text)
  const issue = (reason: string): FhirRead => ({ issue: { row, reason, severity: 'error' } })
  if (typeof entry === 'string') return yield issue(entry)
  const request = entry.request as { method?: unknown } | undefined
  if (request?.method === 'DELETE') return yield issue('asks for a deletion; an import only adds')
  const mode = (entry.search as { mode?: unknown } | undefined)?.mode
  if (mode === 'outcome') return
  if (entry.resource === undefined) return yield issue('holds no resource')
  const resource = memberText(text, 'resource')!
  yield* fromText(resource, row, depth, typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined)
}

function toItem(resource: Record<string, unknown>, text: string, row: number, fullUrl?: string): FhirRead {
  if (typeof resource.resourceType !== 'string') {
    return { issue: { row, field: 'resourceType', reason: 'is missing', severity: 'error' } }
  }
  refuseOtherRelease(resource, row)
  const item: FhirItem = { row, resource: resource as FhirItem['resource'], text }
  if (fullUrl !== undefined) item.fullUrl = fullUrl
  return { item }
}

/** The object in the text, or why there is none. */
function parseObject(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
    return 'is not a JSON object'
  } catch (error) {
    return error instanceof RangeError ? 'is nested too deeply' : 'is not valid JSON'
  }
}

/** @throws TransferError for histories, responses and messages: they hold no set of current resources. */
function refuseBundleType(bundle: Record<string, unknown>, row?: number): void {
  if (typeof bundle.type === 'string' && BUNDLES.has(bundle.type)) return
  throw new TransferError(
    'not-fhir',
    'The Bundle is not of a type that can be imported: transaction, batch, collection, searchset or document.',
    row,
  )
}

const notFhir = () =>
  new TransferError('not-fhir', 'The JSON file is neither a FHIR Bundle nor a FHIR resource.')
