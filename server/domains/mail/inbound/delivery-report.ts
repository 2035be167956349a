import { emailAddress } from '../addresses.ts'
import { messageIds } from '../message-ids.ts'

export interface FailedRecipient {
  address: string
  /** `failed` for good, or `delayed`: the server tries on. */
  action: 'failed' | 'delayed'
  /** RFC 3463, such as 5.1.1. */
  status: string | undefined
}

export interface DeliveryReport {
  recipients: FailedRecipient[]
  /** Message id of the mail that failed, without brackets. */
  originalId: string | undefined
}

type Fields = Map<string, string>

/** RFC 3464: groups of fields, a blank line between; the first is about the message, each other about a recipient. */
function groups(text: string): Fields[] {
  return text
    .slice(0, 256 * 1024)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0)
}

function fieldsOf(block: string): Fields {
  const fields: Fields = new Map()
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}

/** `rfc822; ada@clinic.example` without its type (RFC 3464 section 2.1.2). */
const typed = (value: string | undefined) =>
  value
    ?.slice(value.indexOf(';') + 1)
    .trim()
    .replace(/^<|>$/g, '')

function recipient(fields: Fields): FailedRecipient | undefined {
  const address = emailAddress(
    typed(fields.get('original-recipient')) ?? typed(fields.get('final-recipient')),
  )
  const action = fields.get('action')?.toLowerCase()
  if (!address || (action !== 'failed' && action !== 'delayed')) return undefined
  return { address, action, status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] }
}

/**
 * Reads a delivery status notification (RFC 3464).
 *
 * @param status the message/delivery-status part
 * @param original the returned mail or its headers (text/rfc822-headers, message/rfc822), where there is one
 */
export function deliveryReport(status: string, original: string | undefined): DeliveryReport {
  const [head] = groups(original ?? '')
  return {
    recipients: groups(status)
      .map(recipient)
      .filter((r) => r !== undefined)
      .slice(0, 100),
    originalId: messageIds(head?.get('message-id'))[0],
  }
}
