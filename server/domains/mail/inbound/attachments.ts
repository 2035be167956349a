import type { Tx } from '../../../platform/db/database.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Services } from '../../../platform/services.ts'
import { bySystem } from '../../desk/index.ts'
import { attachStored, type Owners, type StoredBytes, storeStream } from '../../files/index.ts'
import { MailRefused } from './limits.ts'
import type { IncomingFile, IncomingMail } from './parse.ts'

/** A file of a mail that lies sealed in the store, and belongs to no ticket yet. */
export interface Kept {
  name: string
  size: number
  /** Makes it a file of the message, in the transaction that files the mail: it is read and judged as any upload. */
  attach(tx: Tx, to: { ticketId: string; messageId: string }): Promise<void>
  /** Takes it back: the mail was not filed. */
  discard(): Promise<void>
}

export type Incoming = IncomingMail<Kept>

/** Seals a file as it streams in. Throws MailRefused when it is larger than files may be. */
export async function keepFile(
  services: Services,
  owners: Owners,
  orgId: string,
  { name, content }: IncomingFile,
): Promise<Kept> {
  const stored = await store(services, orgId, content)
  return {
    name,
    size: stored.bytes,
    async attach(tx, { ticketId, messageId }) {
      const place = await owners.of('ticket').find(tx, ticketId)
      if (!place) throw new Error('the ticket is gone')
      const to = { ownerType: 'ticket' as const, ownerId: ticketId, place, name, messageId }
      await attachStored(tx, services, owners, bySystem(services), to, stored)
    },
    discard: () => stored.discard(),
  }
}

async function store(
  services: Services,
  orgId: string,
  content: AsyncIterable<Uint8Array>,
): Promise<StoredBytes> {
  try {
    return await storeStream(services, orgId, content)
  } catch (error) {
    if (error instanceof Problem && error.status === 413) throw new MailRefused('file-too-large')
    throw error
  }
}

export async function attachFiles(
  tx: Tx,
  to: { ticketId: string; messageId: string },
  files: readonly Kept[],
): Promise<void> {
  for (const file of files) await file.attach(tx, to)
}

/** What can't be taken back now is swept later: nothing refers to it, and its key was never stored. */
export async function letGo(files: readonly Kept[]): Promise<void> {
  await Promise.all(files.map((file) => file.discard().catch(() => {})))
}
