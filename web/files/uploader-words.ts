import { sizeText } from '../transfer/words.ts'
import type { Sending } from './use-upload.ts'

/** What the uploader says. */
export interface UploaderWords {
  label: string
  add: string
  photo: string
  drop: string
  waiting: string
  progress: string
  stop: string
  goOn: string
  /** Whose turn it is, where there are several. */
  turn(s: Pick<Sending, 'n' | 'of'>): string
  sent(s: Pick<Sending, 'sent' | 'total'>): string
}

export const ENGLISH: UploaderWords = {
  label: 'Add files',
  add: 'Add files',
  photo: 'Take a picture',
  drop: 'or drop them here',
  waiting: 'The connection is away; it goes on by itself',
  progress: 'Upload',
  stop: 'Stop',
  goOn: 'Go on',
  turn: ({ n, of }) => `${n} of ${of}`,
  sent: ({ sent, total }) => `${sizeText(sent)} of ${sizeText(total)}`,
}
