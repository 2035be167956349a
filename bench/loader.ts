import { Agent, request } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Load, Measured } from './load.ts'

// A closed loop over keep-alive connections: each sends its next request when the last was answered. Every answer
// is read to its end and its status checked.

const options: Load = JSON.parse(await text(process.stdin))
const agent = new Agent({ keepAlive: true, maxSockets: options.connections, rejectUnauthorized: false })
const times: number[] = []
let failed = 0
let turn = 0
let measuring = false
let ended = false

function once(state: { url: string; etag: string }): Promise<void> {
  return new Promise((resolve) => {
    const body = options.bodies?.[turn++ % options.bodies.length]
    const began = performance.now()
    const req = request(
      state.url,
      {
        agent,
        method: options.method ?? 'GET',
        headers: {
          ...options.headers,
          ...(options.conditional && { 'if-match': state.etag }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (res) => {
        res.resume()
        if (res.headers.etag) state.etag = res.headers.etag
        res.on('end', () => {
          if (measuring) {
            times.push(performance.now() - began)
            if (res.statusCode! >= 300) failed++
          }
          resolve()
        })
      },
    )
    req.on('error', () => {
      failed++
      resolve()
    })
    req.end(body)
  })
}

async function connection(_: unknown, i: number): Promise<void> {
  const state = { url: options.urls[i % options.urls.length]!, etag: '"1"' }
  while (!ended) await once(state)
}

const connections = Array.from({ length: options.connections }, connection)
await new Promise((r) => setTimeout(r, 1000))
measuring = true
const began = performance.now()
await new Promise((r) => setTimeout(r, options.seconds * 1000))
measuring = false
const seconds = (performance.now() - began) / 1000
ended = true
await Promise.all(connections)
agent.destroy()
times.sort((a, b) => a - b)
const at = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
const out: Measured = { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), failed }
process.stdout.write(JSON.stringify(out))
