import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { PERMISSIONS } from '../policy/permissions.ts'
import type { Services } from '../services.ts'
import { referencePage } from './reference.ts'
import type { Route } from './route.ts'
import { API } from './server.ts'

const PROBLEM = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema is open
type Json = any

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return rest
}

function parameters(r: Route): Json[] {
  const of = (schema: z.ZodType | undefined, where: 'path' | 'query') => {
    if (!schema) return []
    const { properties = {}, required = [] } = jsonSchema(schema, 'input')
    return Object.entries(properties).map(([name, s]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: s,
    }))
  }
  return [...of(r.params, 'path'), ...of(r.query, 'query')]
}

function success(r: Route): Json {
  const { status, schema } = r.answer
  if (schema === null) return { [status]: { description: 'Done' } }
  if (!(schema instanceof z.ZodType))
    return {
      [status]: {
        description: 'A file',
        content: { [schema.stream]: { schema: { type: 'string', format: 'binary' } } },
      },
    }
  return {
    [status]: {
      description: 'Done',
      content: { 'application/json': { schema: jsonSchema(schema, 'output') } },
    },
  }
}

/** OpenAPI 3.1 from the same schemas that validate. */
export function openApi(routes: Route[], origin: string): Json {
  const paths: Json = {}
  for (const r of routes) {
    const path = API + r.path.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][r.method.toLowerCase()] = {
      operationId: `${r.method.toLowerCase()}${r.path.replace(/[/:-]+(\w)?/g, (_, c) => (c ?? '').toUpperCase())}`,
      summary: r.summary,
      tags: [r.tag],
      description:
        r.needs in PERMISSIONS
          ? `Needs the permission \`${r.needs}\`.`
          : {
              session: 'A full session; no token.',
              'signed-in': 'Any full session or token.',
              'pre-session': 'A session, also one that is still signing in.',
              portal: 'A full session of a portal person.',
              device: 'A device’s own credential, by HTTP Basic.',
              public: 'Open to anybody.',
            }[r.needs as string],
      'x-needs': r.needs,
      ...(r.alsoPortal && { 'x-also-portal': true }),
      security:
        r.needs === 'public'
          ? []
          : r.needs === 'device'
            ? [{ device: [] }]
            : [
                { session: [] },
                ...(['session', 'pre-session', 'portal'].includes(r.needs) ? [] : [{ token: [] }]),
              ],
      parameters: parameters(r),
      ...(r.streams && {
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      }),
      ...(r.body &&
        !r.streams && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(r.body, 'input') } },
          },
        }),
      responses: { ...success(r), default: PROBLEM },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wellkeep',
      version: '1',
      description: 'Everything the web app does, a program can do with a service token.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-wk_session' },
        token: { type: 'http', scheme: 'bearer' },
        device: { type: 'http', scheme: 'basic' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                required: ['field', 'message'],
                properties: { field: { type: 'string' }, message: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  }
}

/** The description of the API and the two probes; none of them touches a client. */
export function metaRoutes(app: FastifyInstance, services: Services, routes: Route[]): void {
  const document = openApi(routes, services.publicUrl)
  const text = JSON.stringify(document)
  const page = referencePage(document)
  // One sheet of style in the page itself, and no script at all.
  app.get('/api/docs', (_request, reply) =>
    reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      )
      .type('text/html; charset=utf-8')
      .send(page),
  )
  app.get('/api/openapi.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json').send(text),
  )
  app.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    await services.db.query({ name: 'ready', text: 'select 1' }, [])
    return reply.send({ status: 'ready' })
  })
}
