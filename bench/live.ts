import type { ClientRequest, IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Row, start } from './load.ts'
import { auth } from './requests.ts'
import type { BenchWorld } from './world.ts'

const SCREENS = 200
const PER_SECOND = 100
const SECONDS = 20
/** Changes that are not counted: processes that have just started still compile what they run. */
const WARM_UP = 8

/** A change is at a screen when the stream names its id; a screen has the time of each. */
interface Screen {
  heard: Map<string, number>
  stream: ClientRequest
}

/** Opens a screen and waits until the server has said where it is. */
function open(url: string, headers: Record<string, string>): Promise<Screen> {
  const heard = new Map<string, number>()
  return new Promise((resolve, reject) => {
    const stream = request(`${url}/api/v1/live`, { headers, rejectUnauthorized: false, agent: false })
    stream.on('error', reject)
    stream.on('response', (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) reject(new Error(`a stream was answered ${answer.statusCode}`))
      answer.on('error', () => {})
      answer.on('data', (chunk: Buffer) => {
        const now = performance.now()
        const text = chunk.toString('latin1')
        if (text.includes('id: ')) resolve({ heard, stream })
        for (const [, id] of text.matchAll(/"id":"([0-9a-f-]{36})"/g))
          if (!heard.has(id!)) heard.set(id!, now)
      })
    })
    stream.end()
  })
}

/** Changes made through one of two processes until 200 screens at both have heard of each: how long that takes. */
export async function benchLive(w: BenchWorld): Promise<Row> {
  const first = await start('bench/our-server.ts', w.env)
  const second = await start('bench/our-server.ts', {
    ...w.env,
    WELLKEEP_DATA: `${w.dataDir}/second`,
    WELLKEEP_KEYS: `${w.dataDir}/keys`,
    DATABASE_URL: w.platform.ownerUrl,
  })
  const urls = [String(first.ready.url), String(second.ready.url)]
  const screens: Screen[] = []
  try {
    for (let i = 0; i < SCREENS; i++) screens.push(await open(urls[i % 2]!, auth(w)))
    const changed = new Map<string, number>()
    const write = async (n: number) => {
      const at = performance.now()
      const answer = await send(`${urls[n % 2]}/api/v1/clients`, auth(w), {
        kind: 'person',
        groupId: w.world.groupId,
        contact: { names: [{ given: ['Live'], family: `Number ${n}` }] },
      })
      changed.set(answer.id, at)
    }
    const began = performance.now()
    let writes: Promise<void>[] = []
    for (let n = 0; n < PER_SECOND * (WARM_UP + SECONDS); n++) {
      const wait = began + (n * 1000) / PER_SECOND - performance.now()
      if (wait > 0) await sleep(wait)
      if (n === PER_SECOND * WARM_UP) {
        await Promise.all(writes)
        writes = []
        changed.clear()
      }
      writes.push(write(n))
    }
    await Promise.all(writes)
    await sleep(2000)
    return row(screens, changed)
  } finally {
    for (const { stream } of screens) stream.destroy()
    await second.stop()
    await first.stop()
  }
}

function row(screens: Screen[], changed: Map<string, number>): Row {
  const times: number[] = []
  let missed = 0
  for (const { heard } of screens)
    for (const [id, at] of changed) {
      const told = heard.get(id)
      if (told === undefined) missed++
      else times.push(told - at)
    }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  const p99 = at(0.99)
  return {
    what: `a change at ${SCREENS} screens through two processes, ${PER_SECOND}/s, p99 (p50 ${at(0.5).toFixed(0)} ms, ${missed} missed)`,
    ours: `${p99.toFixed(0)} ms`,
    reference: '-',
    ratio: '-',
    target: '< 1000 ms',
    met: p99 < 1000 && missed === 0,
  }
}

function send(url: string, headers: Record<string, string>, body: unknown): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        rejectUnauthorized: false,
      },
      (res) => {
        let text = ''
        res.on('data', (chunk) => (text += chunk))
        res.on('end', () =>
          res.statusCode === 201
            ? resolve(JSON.parse(text))
            : reject(new Error(`a change was answered ${res.statusCode}: ${text}`)),
        )
      },
    )
    req.on('error', reject)
    req.end(JSON.stringify(body))
  })
}
