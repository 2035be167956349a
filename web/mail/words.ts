/** What mail's codes mean to a person who has to do something about them. */

const CODES: Record<string, string> = {
  LOGIN_REFUSED: 'the server refused the login',
  EAUTH: 'the server refused the login',
  ADDRESS_REFUSED: 'this host may not be a mail server, or needs TLS',
  ECONNREFUSED: 'nothing answers at this host and port',
  ECONNECTION: 'no connection to this host and port',
  ENOTFOUND: 'there is no host of this name',
  EDNS: 'there is no host of this name',
  EAI_AGAIN: 'the host’s name could not be looked up',
  ETIMEDOUT: 'the server did not answer in time',
  ESOCKET: 'the connection broke, or TLS could not be agreed on',
  ECONNRESET: 'the server broke the connection',
  ETLS: 'TLS could not be agreed on',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the server’s certificate is its own: give it as authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate’s authority is not known: give it',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate’s authority is not known: give it',
  CERT_HAS_EXPIRED: 'the server’s certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  NONEXISTENT: 'there is no such folder',
  UNKNOWN: 'an error that has no name',
}

/** `nothing answers at this host and port (ECONNREFUSED)`. */
export const codeText = (code: string): string => (CODES[code] ? `${CODES[code]} (${code})` : code)

export const REASONS: Record<string, string> = {
  'text-suspected': 'the text may hold health information',
  'file-suspected': 'a file may hold health information',
  'file-unread': 'a file could not be read',
  'file-infected': 'a file is infected',
}

export const reasonsText = (reasons: string[]): string => {
  const text = new Intl.ListFormat('en').format(reasons.map((r) => REASONS[r] ?? r))
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const OUTCOMES = {
  ticket: 'Opened a ticket',
  reply: 'Answered a ticket',
  bounce: 'Bounced mail of ours',
  'auto-reply': 'Automatic answer, kept beside the thread',
  loop: 'Our own mail, dropped',
  refused: 'Refused',
} as const

export const SECURITIES = [
  { value: 'tls', label: 'TLS from the first byte' },
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'none', label: 'None: only on this machine' },
]

export type GatePolicy = 'notice' | 'ask' | 'block' | 'allow'

/** The four policies, the safest that still tells the recipient first. */
export const GATES: { value: GatePolicy; label: string; about: string }[] = [
  {
    value: 'notice',
    label: 'Send a notice instead',
    about:
      'The reply stays in Wellkeep. The recipient gets a link and the ticket’s number, and nothing that anybody wrote.',
  },
  {
    value: 'ask',
    label: 'Hold it until somebody decides',
    about:
      'It waits under Held mail. Whoever may release mail sends it this once, sends a notice, or drops it, with a reason.',
  },
  {
    value: 'block',
    label: 'Send nothing',
    about: 'The reply stays in Wellkeep, and the recipient hears nothing. The ticket says so.',
  },
  {
    value: 'allow',
    label: 'Send it as it is',
    about:
      'What may hold health information leaves by e-mail. Only for organizations whose mail is protected otherwise all the way.',
  },
]
