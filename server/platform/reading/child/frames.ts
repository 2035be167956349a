import { writeSync } from 'node:fs'
import { FRAME_BYTES, FRAME_HEAD, FRAME_JSON, type Message } from '../protocol.ts'

const OUT = 3

function send(type: number, payload: Buffer): void {
  const head = Buffer.alloc(FRAME_HEAD)
  head[0] = type
  head.writeUInt32BE(payload.length, 1)
  for (const bytes of [head, payload])
    for (let at = 0; at < bytes.length; ) at += writeSync(OUT, bytes, at, bytes.length - at)
}

export const tell = (message: Message): void => send(FRAME_JSON, Buffer.from(JSON.stringify(message)))

export function tellPicture(purpose: 'tiny' | 'page', picture: { bytes: Buffer; type: string }): void {
  tell({ kind: 'picture', type: picture.type, purpose })
  send(FRAME_BYTES, picture.bytes)
}

const PIECE = 4 * 1024 * 1024

export function tellCertified({ how, bytes }: { how: 'after' | 'around'; bytes: Uint8Array }): void {
  tell({ kind: 'certified', how })
  for (let at = 0; at < bytes.length; at += PIECE)
    send(FRAME_BYTES, Buffer.from(bytes.subarray(at, at + PIECE)))
}
