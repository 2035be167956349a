const MIB = 1024 ** 2

/** What an incoming mail may be. Common mail systems stop at 25 to 50 MiB and nest fewer than ten deep. */
export interface MailLimits {
  /** The whole mail as it travels (base64 grows a file by a third). */
  bytes: number
  /** One attachment, decoded. */
  fileBytes: number
  files: number
  /** Parts inside parts. */
  depth: number
  parts: number
  /** The header of one part. */
  headerBytes: number
  /** Text of one part; what is more is left out, and the ticket says so. */
  textBytes: number
}

export const MAIL_LIMITS: MailLimits = {
  bytes: 50 * MIB,
  fileBytes: 40 * MIB,
  files: 100,
  depth: 20,
  parts: 400,
  headerBytes: 256 * 1024,
  textBytes: MIB,
}

export type RefusalCode =
  | 'too-large'
  | 'file-too-large'
  | 'too-many-files'
  | 'too-deep'
  | 'too-many-parts'
  | 'headers-too-large'
  | 'unreadable'

/** The mail is beyond a limit or no mail at all: trying again would change nothing. Carries no content. */
export class MailRefused extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(`mail refused: ${code}`)
    this.code = code
  }
}
