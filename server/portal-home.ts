import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_COOKIE } from './platform/http/authenticate.ts'
import { readCookie } from './platform/http/context.ts'
import { type GzipHead, gzipHead, storedRest } from './platform/http/half-gzip.ts'
import { API } from './platform/http/server.ts'

/** What the portal's start page shows; `web/portal/start/given.ts` takes each under the key by which the app asks for it. */
export const ASKED = [
  '/portal/me',
  '/portal/threads?limit=30',
  '/portal/requests',
  '/portal/reading',
  '/announcements',
  '/portal/form-responses?state=open&limit=100',
  '/portal/signatures',
]
const LANGUAGE = '/me/language'
/** What tells who asks, and from where. */
const PASSED_ON = ['cookie', 'user-agent', 'x-forwarded-for', 'forwarded', 'x-real-ip']

interface Session {
  stage: string
  user: { kind: string }
}

/** Begins the start page of whoever is signed in to the portal; undefined for anybody else, who gets the app. */
export type PortalHome = (request: FastifyRequest, reply: FastifyReply) => Promise<Readable | undefined>

/**
 * The portal's start page as a document that is read before any code has run, drawn from what it shows, which is in it too:
 * nothing more is asked for over a slow line. Each answer is that of the API's own route, asked for from within: the same
 * checks, the same events in the log. The head with the page's outline goes ahead. Where an answer is refused the page stays
 * without them, and the app itself comes, which says why.
 */
export async function portalHome(app: FastifyInstance, webDir: string): Promise<PortalHome> {
  const pages = await readPages(webDir)
  const drawn = drawnBy(await readDraw(webDir), (kind) =>
    app.log.error({ kind }, 'the portal’s start page could not be drawn'),
  )
  return async (request, reply) => {
    if (!pages.size || !mayAsk(request)) return undefined
    const ask = (path: string, more: Record<string, string> = {}) => askWithin(app, request, path, more)
    // As the app asks it: that somebody looks who is signed in keeps no session alive.
    const [session, language] = await Promise.all([
      ask('/session', { 'x-passive': '1' }) as Promise<Session | undefined>,
      ask(LANGUAGE, { 'x-passive': '1' }) as Promise<{ language: string | null } | undefined>,
    ])
    if (session?.stage !== 'full' || session.user.kind !== 'portal' || !language) return undefined
    const wanted = languageOf(request, language.language)
    const spoken = pages.has(wanted) ? wanted : 'en'
    const page = pages.get(spoken)!
    const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    if (zip) reply.header('content-encoding', 'gzip')
    reply.header('vary', 'accept-encoding')
    return Readable.from(
      parts(page, zip, async () => {
        const answers = await Promise.all(ASKED.map((path) => ask(path).catch(() => undefined)))
        if (answers.includes(undefined)) return place('')
        const given = {
          at: new Date().toUTCString(),
          answers: {
            '/session': session,
            [LANGUAGE]: language,
            ...Object.fromEntries(ASKED.map((path, n) => [path, answers[n]])),
          },
        }
        return place(drawn(given, spoken)) + block(given)
      }),
    )
  }
}

async function* parts(page: Page, zip: boolean, given: () => Promise<string>): AsyncGenerator<Buffer> {
  yield zip ? page.head.bytes : page.plain
  const rest = (await given()) + page.rest
  yield zip ? storedRest(page.head, rest) : Buffer.from(rest)
}

interface Page {
  head: GzipHead
  plain: Buffer
  rest: string
}

async function readPages(webDir: string): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  for (const name of (await readdir(webDir)).sort()) {
    const language = /^portal\.(\w+)\.html$/.exec(name)?.[1]
    if (!language) continue
    const [head, rest] = (await readFile(join(webDir, name), 'utf8')).split('<!--given-->')
    if (!head || !rest) throw new Error(`${name} has no place for what is given`)
    pages.set(language, { head: gzipHead(head), plain: Buffer.from(head), rest })
  }
  return pages
}

interface Given {
  at: string
  answers: Record<string, unknown>
}

type Draw = (given: Given, language: string) => string

/** What draws the page: `web/portal/start/draw.tsx`, as it was built. Without it the browser draws the page itself. */
async function readDraw(webDir: string): Promise<Draw | undefined> {
  const path = join(webDir, 'server', 'draw.mjs')
  if (!existsSync(path)) return undefined
  return ((await import(pathToFileURL(path).href)) as { draw: Draw }).draw
}

/** Nothing where it fails, which the browser then draws. What failed may hold what is in it: its kind alone is told. */
function drawnBy(draw: Draw | undefined, told: (kind: string) => void): Draw {
  return (given, language) => {
    try {
      return draw?.(given, language) ?? ''
    } catch (error) {
      told(error instanceof Error ? error.name : typeof error)
      return ''
    }
  }
}

/** A browser that loads ahead has shown nothing to anybody yet: nothing is read for it. */
function mayAsk(request: FastifyRequest): boolean {
  const ahead = request.headers['sec-purpose'] ?? request.headers.purpose
  return ahead === undefined && readCookie(request.headers.cookie, SESSION_COOKIE) !== undefined
}

async function askWithin(
  app: FastifyInstance,
  request: FastifyRequest,
  path: string,
  more: Record<string, string>,
): Promise<unknown> {
  const headers: Record<string, string> = { 'x-screen': '/portal', ...more }
  for (const name of PASSED_ON) {
    const value = request.headers[name]
    if (value !== undefined) headers[name] = String(value)
  }
  const remoteAddress = request.socket.remoteAddress
  const answer = await app.inject({
    method: 'GET',
    url: API + path,
    headers,
    ...(remoteAddress && { remoteAddress }),
  })
  return answer.statusCode === 200 ? answer.json() : undefined
}

/** One's own language, else what the browser asks for first. The page itself decides; this only has its words come early. */
function languageOf(request: FastifyRequest, own: string | null): string {
  return own ?? /^\s*(\w+)/.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase() ?? 'en'
}

const place = (drawn: string): string => `<div id="root">${drawn}</div>`

/** JSON in an element that no part of it ends. */
const block = (given: unknown): string =>
  `<script type="application/json" id="given">${JSON.stringify(given).replace(/</g, '\\u003c')}</script>`
