import { createHmac } from 'node:crypto'
import { nameWords } from '../../search/words.ts'
import type { Message } from '../protocol.ts'

/** So many different words of a file are told; what comes after is not found by search. */
const MOST = 30_000
/** Longer than any word: a key, a blob in base64. */
const LONGEST = 64

/**
 * Puts the making of search tokens before the way out: text goes by, and at the end come the first 48 bits of the HMAC
 * of each different word, in order of their size so that they tell nothing of the text's. The words stay here.
 */
export function indexing(
  tell: (message: Message) => void,
  key: Buffer,
): { tell: (message: Message) => void; end: () => void } {
  const words = new Set<string>()
  return {
    tell(message) {
      if (message.kind === 'text' && message.place.in !== 'name' && words.size < MOST)
        for (const word of nameWords(message.text)) {
          if (word.length <= LONGEST) words.add(word)
          if (words.size >= MOST) break
        }
      tell(message)
    },
    end() {
      const values = [...words].map((w) => createHmac('sha256', key).update(w).digest().readUIntBE(0, 6))
      tell({ kind: 'words', values: values.sort((a, b) => a - b) })
    },
  }
}
