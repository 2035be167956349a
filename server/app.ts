import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { accessRoutes } from './domains/access/index.ts'
import { auditingRoutes } from './domains/auditing/index.ts'
import { clientRoutes } from './domains/clients/index.ts'
import { clientMoved, deskJobs, deskRoutes, eraseTicketsOf, ticketFiles } from './domains/desk/index.ts'
import { deviceBackupRoutes, deviceJobs } from './domains/devices/index.ts'
import { documentFiles, documentJobs, documentsRoutes } from './domains/documents/index.ts'
import { fileJobs, fileOwners, fileRoutes } from './domains/files/index.ts'
import { formJobs, formRoutes, responseFiles, responsesInBundle } from './domains/forms/index.ts'
import { identityRoutes } from './domains/identity/index.ts'
import { keyRoutes } from './domains/keys/index.ts'
import { mailJobs, mailRoutes } from './domains/mail/index.ts'
import { messageRoutes, threadFiles } from './domains/messages/index.ts'
import { noticeJobs, noticeRoutes } from './domains/notices/index.ts'
import { portalJobs, portalPeopleRoutes } from './domains/portal/index.ts'
import { pushJobs, pushRoutes } from './domains/push/index.ts'
import { resourceJobs, resourceRoutes } from './domains/resources/index.ts'
import { signatureJobs, signatureRoutes } from './domains/signatures/index.ts'
import { transferRoutes } from './domains/transfer/index.ts'
import { worktimeRoutes } from './domains/worktime/index.ts'
import { forgetJobs } from './platform/http/forget.ts'
import { metaRoutes } from './platform/http/openapi.ts'
import type { Route } from './platform/http/route.ts'
import { buildServer, type HttpOptions } from './platform/http/server.ts'
import type { JobSet } from './platform/jobs/index.ts'
import { liveRoutes } from './platform/live/routes.ts'
import type { Services } from './platform/services.ts'
import { portalHome } from './portal-home.ts'

/** Everything that files may hang on. */
export const owners = fileOwners([ticketFiles, documentFiles, responseFiles, threadFiles])

/** All routes of all domains: what OpenAPI describes and what the generated policy test walks through. */
export function allRoutes(services: Services): Route[] {
  return [
    ...identityRoutes(services),
    ...accessRoutes(services),
    ...clientRoutes(services, [eraseTicketsOf], [clientMoved]),
    ...deskRoutes(services),
    ...worktimeRoutes(services),
    ...fileRoutes(services, owners),
    ...documentsRoutes(services, owners),
    ...signatureRoutes(services, owners),
    ...mailRoutes(services),
    ...deviceBackupRoutes(services),
    ...portalPeopleRoutes(services),
    ...messageRoutes(services),
    ...formRoutes(services),
    ...resourceRoutes(services),
    ...pushRoutes(services),
    ...noticeRoutes(),
    ...transferRoutes(services, [responsesInBundle]),
    ...auditingRoutes(services),
    ...keyRoutes(services),
    ...liveRoutes(services),
  ]
}

/** What all domains do in the background. */
export function allJobs(services: Services): JobSet[] {
  return [
    ...deskJobs(services),
    fileJobs(services, owners),
    signatureJobs(services, owners),
    mailJobs(services),
    deviceJobs(services),
    forgetJobs(services),
    portalJobs(services),
    pushJobs(services),
    noticeJobs(services),
    documentJobs(services),
    formJobs(services),
    ...resourceJobs(services),
  ]
}

/** The HTTP server: the API, its description, and the web app when it has been built. */
export async function buildApp(
  services: Services,
  options: HttpOptions & { webDir?: string },
): Promise<FastifyInstance> {
  const routes = allRoutes(services)
  const app = buildServer(services, routes, options)
  metaRoutes(app, services, routes)
  if (options.webDir) await serveWeb(app, options.webDir)
  return app
}

async function serveWeb(app: FastifyInstance, webDir: string): Promise<void> {
  const index = await readFile(join(webDir, 'index.html')).catch(() => undefined)
  if (!index) return
  const home = await portalHome(app, webDir)
  for (const path of ['/', '/portal'])
    app.get(path, async (request, reply) => {
      const page = await home(request, reply)
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', page ? 'no-store' : 'no-cache')
        .send(page ?? index)
    })
  await app.register(fastifyStatic, {
    root: webDir,
    index: false,
    // Only with what belongs into them.
    globIgnore: ['portal.*.html*', 'server/**'],
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  // Pages are the app's own business: any path that is not a file or the API gets the same document.
  app.setNotFoundHandler((request, reply) => {
    if (
      request.method !== 'GET' ||
      request.url.startsWith('/api/') ||
      /\.[a-z0-9]+$/i.test(request.url.split('?')[0]!)
    )
      return reply
        .code(404)
        .header('content-type', 'application/problem+json')
        .send(
          JSON.stringify({
            type: 'https://wellkeep.dev/problems/not-found',
            title: 'There is nothing here',
            status: 404,
          }),
        )
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(index)
  })
}
