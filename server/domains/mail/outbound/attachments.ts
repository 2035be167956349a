import type { Tx } from '../../../platform/db/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { FileState } from './gate.ts'
import type { LetterFile } from './letter.ts'
export async function outgoingFiles(
  _s: Services,
  _tx: Tx,
  _messageId: string,
): Promise<(LetterFile & { state: FileState })[]> {
  return []
}
