import type { Finding, NameCandidate } from '#phi'

/**
 * What the server and a reader say to each other. The request is one line of JSON on the reader's standard input, then
 * the file's bytes; the answer comes in frames on descriptor 3. Nothing of it touches a disk.
 */

/** Why a file could not be read, or not all of it. Codes without content: they are stored and shown. */
export const READ_ERRORS = [
  'timeout',
  'memory',
  'crashed',
  'encrypted',
  'zip-bomb',
  'too-deep',
  'too-large',
  'too-many-parts',
  'too-many-pages',
  'too-much-text',
  'polyglot',
  'unreadable',
  'unsupported',
] as const
export type ReadError = (typeof READ_ERRORS)[number]

export type ReadTask =
  | {
      task: 'read'
      name: string
      ocr: boolean
      answer: 'text' | 'findings'
      /** In hex; with it the reader makes search tokens of the words too. */
      wordKey?: string | undefined
    }
  /** A picture of one page, at most `size` pixels wide or high; with a text written across it. */
  | { task: 'picture'; page: number; size: number; watermark?: string | undefined }
  | CertifyTask

/** Pages that are to follow a document, and what is to be attached to it. */
export interface CertifyTask {
  task: 'certify'
  /** A PDF of our own, in base64. */
  pages: string
  evidence: string
  evidenceName: string
  /** Of what is no PDF itself and goes into one: its name in there. */
  originalName: string
}

/** Where in a file something stands: `part` counts attachments and archive entries, outermost first. */
export interface Place {
  part?: number[]
  page?: number
  sheet?: number
  /** What else it is: the file's own name, or what a program wrote beside the content. */
  in?: 'name' | 'metadata'
}

export interface TextFound {
  place: Place
  text: string
}

/** What the detector saw in a piece of text; the text itself stays with the reader. Offsets count over all pieces. */
export interface Scanned {
  place: Place
  findings: Finding[]
  /** Words to be looked up among the clients' names. */
  candidates: NameCandidate[]
}

/** What a reader says at the end. */
export interface ReadReport {
  /** The media type by content. */
  type: string
  /** The name's ending says another type than the content. */
  mislabelled: boolean
  /** A second type that the same bytes are. */
  also: string | null
  /** Pages, where there are any. */
  pages: number | null
  /** The first is the one to show. */
  errors: ReadError[]
}

export type Message =
  | ({ kind: 'text' } & TextFound)
  | ({ kind: 'scanned' } & Scanned)
  /** The first 48 bits of the keyed hash of each different word, in order. */
  | { kind: 'words'; values: number[] }
  | ({ kind: 'report' } & ReadReport)
  /** The next frame holds a picture's bytes. */
  | { kind: 'picture'; type: string; purpose: 'tiny' | 'page' }
  /** The next frames hold bytes that go after the document's own, or a PDF with the document in it. */
  | { kind: 'certified'; how: 'after' | 'around' }
  | { kind: 'failed'; error: ReadError }

export const FRAME_JSON = 1
export const FRAME_BYTES = 2
/** `type(1) | length(4)` */
export const FRAME_HEAD = 5
/** Longer frames are not ours: a reader that was taken over would be cut off. */
export const FRAME_MOST = 64 * 1024 * 1024
