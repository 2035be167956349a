import { FRAME_BYTES, FRAME_HEAD, FRAME_JSON, FRAME_MOST, type Message } from './protocol.ts'

export type Frame = { message: Message } | { bytes: Buffer }

/** Frames out of bytes as they come. Throws when they are none. */
export async function* frames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    held = held.length ? Buffer.concat([held, chunk]) : chunk
    for (;;) {
      if (held.length < FRAME_HEAD) break
      const length = held.readUInt32BE(1)
      if (length > FRAME_MOST) throw new Error('a reader’s frame is too long')
      if (held.length < FRAME_HEAD + length) break
      const payload = held.subarray(FRAME_HEAD, FRAME_HEAD + length)
      const type = held[0]
      held = held.subarray(FRAME_HEAD + length)
      if (type === FRAME_JSON) yield { message: JSON.parse(payload.toString('utf8')) as Message }
      else if (type === FRAME_BYTES) yield { bytes: Buffer.from(payload) }
      else throw new Error('a reader’s frame is of no known kind')
    }
  }
}
