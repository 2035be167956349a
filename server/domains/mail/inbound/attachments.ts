import type { Tx } from '../../../platform/db/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { IncomingFile, IncomingMail } from './parse.ts'

export interface Kept {
  id: string
  name: string
  size: number
}
export type Incoming = IncomingMail<Kept>

/** Nothing is taken in without its files: until they can be kept, such a mail comes again. */
export async function keepFile(_services: Services, _orgId: string, _file: IncomingFile): Promise<Kept> {
  throw new Error('files can not be kept yet')
}
export async function attachFiles(
  _s: Services,
  _tx: Tx,
  _to: { ticketId: string; messageId: string },
  _files: Kept[],
): Promise<void> {}
export async function letGo(_s: Services, _o: string, _files: Kept[]): Promise<void> {}
