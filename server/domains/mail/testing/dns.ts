import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import type { AddressInfo } from 'node:net'

/** What a zone says: `TXT name` or `A name`, in lower case, with its values. */
export type Zone = Record<string, string[]>

const TYPES: Record<number, 'A' | 'TXT'> = { 1: 'A', 16: 'TXT' }

/** A real name server on loopback (RFC 1035) that knows what it is told, and a resolver that asks it alone. */
export async function startDns(
  zone: Zone,
): Promise<{ resolver: Resolver; asked: string[]; stop(): Promise<void> }> {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, type, end } = question(query)
    const key = `${TYPES[type] ?? type} ${name}`
    asked.push(key)
    const known = Object.keys(zone).some((k) => k.endsWith(` ${name}`))
    socket.send(answer(query.subarray(0, end), type, zone[key] ?? [], known), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const resolver = new Resolver({ timeout: 2000, tries: 1 })
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`])
  return { resolver, asked, stop: () => new Promise((resolve) => socket.close(() => resolve())) }
}

function question(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

function answer(query: Buffer, type: number, values: string[], known: boolean): Buffer {
  const head = Buffer.from(query)
  head.writeUInt16BE(known ? 0x8580 : 0x8583, 2)
  head.writeUInt16BE(values.length, 6)
  head.writeUInt32BE(0, 8)
  const records = values.map((value) => {
    const data = type === 1 ? Buffer.from(value.split('.').map(Number)) : text(value)
    const fixed = Buffer.alloc(12)
    fixed.writeUInt16BE(0xc00c, 0)
    fixed.writeUInt16BE(type, 2)
    fixed.writeUInt16BE(1, 4)
    fixed.writeUInt32BE(60, 6)
    fixed.writeUInt16BE(data.length, 10)
    return Buffer.concat([fixed, data])
  })
  return Buffer.concat([head, ...records])
}

/** Strings of up to 255 bytes each. */
function text(value: string): Buffer {
  const parts = value.match(/[\s\S]{1,255}/g) ?? ['']
  return Buffer.concat(parts.map((p) => Buffer.concat([Buffer.from([p.length]), Buffer.from(p, 'latin1')])))
}
