import { ImapFlow } from 'imapflow'
import type { Login } from '../../seal.ts'
import { certificateName, resolveServer } from '../../server-address.ts'

export interface ImapServer {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  login: Login
  ca: string | undefined
}

const CONNECT_MS = 20_000
const SOCKET_MS = 5 * 60_000
/** IDLE is renewed so often (RFC 2177: at least every 29 minutes; routers forget sooner). */
const IDLE_MS = 4 * 60_000

/** Connects and signs in. Throws with a code; see `errorCode`. */
export async function connectImap(server: ImapServer): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: await resolveServer(server.host, server.security),
    ...certificateName(server.host),
    port: server.port,
    secure: server.security === 'tls',
    ...(server.security !== 'tls' && { doSTARTTLS: server.security === 'starttls' }),
    auth: { user: server.login.user, pass: server.login.password },
    tls: { minVersion: 'TLSv1.2', ...(server.ca && { ca: server.ca }) },
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    maxIdleTime: IDLE_MS,
    autoIdleDelay: 1500,
  })
  // Without a listener a connection that breaks while idle would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}

const KNOWN = /^[A-Z][A-Z0-9_]{1,40}$/

/** What went wrong, as a code: servers' texts may repeat what they were sent. */
export function errorCode(error: unknown): string {
  const e = error as { code?: string; authenticationFailed?: boolean; serverResponseCode?: string } | null
  if (e?.authenticationFailed) return 'LOGIN_REFUSED'
  const code = e?.code ?? e?.serverResponseCode ?? ''
  return KNOWN.test(code) ? code : 'UNKNOWN'
}
