import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { ensureCertificate } from '../platform/http/tls/index.ts'

export interface Caught {
  from: string
  to: string[]
  raw: string
}

export interface Sink {
  port: number
  ca: string
  mails: Caught[]
  /** Answers of the server to the next mails: a code, or undefined to take it. */
  answers: (number | undefined)[]
  /** Addresses that it takes nothing for. */
  unknown: Set<string>
  /** Addresses that it takes nothing for just now. */
  busy: Set<string>
  stop(): Promise<void>
}

export const SINK_LOGIN = { user: 'desk', password: 'sink password' }

/** A real SMTP server on loopback, with STARTTLS and a login, that keeps every byte it is given. */
export async function startSink(): Promise<Sink> {
  const folder = await mkdtemp(join(tmpdir(), 'wellkeep-sink-'))
  const tls = await ensureCertificate(folder, { hosts: ['localhost'] })
  const mails: Caught[] = []
  const answers: (number | undefined)[] = []
  const unknown = new Set<string>()
  const busy = new Set<string>()
  const server = new SMTPServer({
    key: tls.key,
    cert: tls.cert,
    authMethods: ['PLAIN'],
    disableReverseLookup: true,
    closeTimeout: 200,
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      username === SINK_LOGIN.user && password === SINK_LOGIN.password
        ? done(null, { user: username })
        : done(new Error('no')),
    onRcptTo({ address }, _, done) {
      if (unknown.has(address))
        return done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }))
      if (busy.has(address)) return done(Object.assign(new Error('4.2.1 try later'), { responseCode: 450 }))
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const code = answers.shift()
        if (code) return done(Object.assign(new Error('5.7.1 refused'), { responseCode: code }))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((r) => r.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  const listening = await new Promise<ReturnType<typeof server.listen>>((resolve) => {
    const l = server.listen(0, '127.0.0.1', () => resolve(l))
  })
  return {
    port: (listening.address() as AddressInfo).port,
    ca: await readFile(tls.authorityPath!, 'utf8'),
    mails,
    answers,
    unknown,
    busy,
    async stop() {
      await new Promise<void>((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
