import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { random, syntheticPerson } from '../server/demo/people.ts'
import { type Row, residentMiB, start } from './load.ts'
import { type BenchWorld, benchWorld } from './world.ts'

const CLIENTS = 100_000
const HEAD = 'First Name,Last Name,DOB,Sex,SSN,MRN,Member ID,Phone,Email,Address,City,State,Zip\r\n'

/** A CSV of synthetic people with the 12 and more fields that a practice's system exports. */
async function writeCsv(path: string, count: number): Promise<void> {
  const out = createWriteStream(path)
  out.write(HEAD)
  const rnd = random(99)
  for (let i = 0; i < count; i++) {
    const { contact: c, demographic: d, identifier: id } = syntheticPerson(rnd, i)
    const a = c.addresses[0]!
    const row = [
      c.names[0]!.given.join(' '),
      c.names[0]!.family,
      d?.birthDate,
      d?.sex,
      id?.ssn,
      `B${i}`,
      id?.memberIds[0]?.value,
      c.phones[0]!.value,
      c.emails[0]?.value ?? '',
      a.line[0],
      a.city,
      a.state,
      a.postalCode,
    ]
    if (!out.write(`${row.join(',')}\r\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

function send(
  w: BenchWorld,
  url: string,
  method: string,
  body?: object | NodeJS.ReadableStream,
  headers: Record<string, string> = {},
  // biome-ignore lint/suspicious/noExplicitAny: answers of all shapes
): Promise<any> {
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      { method, rejectUnauthorized: false, headers: { authorization: `Bearer ${w.user.token}`, ...headers } },
      async (res) => {
        const answer = await text(res)
        if (res.statusCode! >= 300)
          reject(new Error(`${method} answered ${res.statusCode}: ${answer.slice(0, 300)}`))
        else resolve(answer ? JSON.parse(answer) : undefined)
      },
    )
    req.on('error', reject)
    if (body && 'pipe' in body) (body as NodeJS.ReadableStream).pipe(req)
    else req.end(body && JSON.stringify(body))
  })
}

/** A CSV of 100,000 clients through the API: upload, then the import until it is done; the server's memory meanwhile. */
export async function benchImport(): Promise<Row[]> {
  const w = await benchWorld()
  try {
    const file = join(w.dataDir, 'clients.csv')
    await writeCsv(file, CLIENTS)
    const server = await start('bench/our-server.ts', w.env)
    let peak = 0
    const watch = setInterval(async () => {
      peak = Math.max(peak, await residentMiB(server.pid).catch(() => 0))
    }, 100)
    try {
      const url = `${server.ready.url}/api/v1/imports`
      const began = performance.now()
      const { id } = await send(w, url, 'POST', createReadStream(file), {
        'content-type': 'text/csv',
        'content-length': String((await stat(file)).size),
        'x-file-name': 'clients.csv',
      })
      await send(
        w,
        `${url}/${id}/start`,
        'POST',
        { groupId: w.world.groupId },
        { 'content-type': 'application/json' },
      )
      let state = await send(w, `${url}/${id}`, 'GET')
      while (state.status === 'running') {
        await new Promise((r) => setTimeout(r, 200))
        state = await send(w, `${url}/${id}`, 'GET')
      }
      if (state.status !== 'done' || state.created !== CLIENTS)
        throw new Error(`the import ended ${state.status} with ${state.created} clients`)
      const rate = CLIENTS / ((performance.now() - began) / 1000)
      return [
        {
          what: 'CSV import of 100,000 clients, 13 fields',
          ours: `${rate.toFixed(0)}/s`,
          reference: '-',
          ratio: '-',
          target: '>= 3,000/s',
          met: rate >= 3000,
        },
        {
          what: 'resident memory of the server meanwhile',
          ours: `${peak.toFixed(0)} MiB`,
          reference: '-',
          ratio: '-',
          target: '< 400 MiB',
          met: peak < 400,
        },
      ]
    } finally {
      clearInterval(watch)
      await server.stop()
    }
  } finally {
    await w.remove()
  }
}
