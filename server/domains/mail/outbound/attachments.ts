import type { Tx } from '../../../platform/db/database.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfMessage } from '../../files/index.ts'
import type { FileState } from './gate.ts'
import type { LetterFile } from './letter.ts'

/** The files of a message, with their states: what the gate judges, and what would leave. */
export function outgoingFiles(
  services: Services,
  tx: Tx,
  message: { ticketId: string; messageId: string },
): Promise<(LetterFile & { state: FileState })[]> {
  return filesOfMessage(tx, services, message)
}

/** Whole, and still here: what leaves once the gate lets it. */
export const LEAVES: readonly FileState[] = ['waiting', 'reading', 'clean', 'suspected', 'cleared']
