import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { spawnReader } from './spawn.ts'

test('a reader can’t write a file, look at others, reach the network, start a program or learn a secret', async () => {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.WELLKEEP_KEYS_PASSPHRASE = 'secret'
  try {
    const program = join(import.meta.dirname, 'testing', 'escape.ts')
    // Its first argument is the time it has; here it names the port to try.
    const child = spawnReader({ seconds: (server.address() as AddressInfo).port, memoryMiB: 300 }, program)
    const said = text(child.stdio[3] as Readable)
    await once(child, 'exit')
    expect(JSON.parse(await said)).toEqual([])
  } finally {
    delete process.env.WELLKEEP_KEYS_PASSPHRASE
    server.close()
  }
})
