import { median, type Row, start } from './load.ts'
import { benchWorld, fill } from './world.ts'

/** From starting the process on an existing data folder to its first answer over TLS. */
export async function benchStart(): Promise<Row> {
  const w = await benchWorld()
  try {
    await fill(w, 0, 10_000)
    await w.owner.end()
    await w.platform.close()
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const began = performance.now()
      const server = await start('bench/our-server.ts', w.env)
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
      const answer = await fetch(`${server.ready.url}/api/v1/setup`)
      if (!answer.ok) throw new Error(`the first answer was ${answer.status}`)
      times.push(performance.now() - began)
      await server.stop()
    }
    const seconds = median(times) / 1000
    return {
      what: 'start on an existing folder, to the first answer',
      ours: `${seconds.toFixed(2)} s`,
      reference: '-',
      ratio: '-',
      target: '< 4 s',
      met: seconds < 4,
    }
  } finally {
    await w.remove().catch(() => {})
  }
}
