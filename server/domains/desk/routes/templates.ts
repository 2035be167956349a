import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { forbidden } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id } from '../api.ts'
import {
  listTemplates,
  readTemplate,
  removeTemplate,
  saveTemplate,
  Template,
  TemplateAnswer,
} from '../templates.ts'

const TemplateId = z.object({ id: Id })
const mayUse = ({ principal: { permissions } }: RequestContext) =>
  permissions.has('tickets:create') || permissions.has('desk:settings')

/** Templates of tickets: what a new one begins with. */
export function templateRoutes({ keys }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/ticket-templates',
      tag: 'desk',
      needs: 'signed-in',
      summary: 'Templates of tickets that are offered to one; for who opens tickets or edits the desk',
      answer: { status: 200, schema: z.object({ items: z.array(TemplateAnswer) }) },
      unaudited: 'settings of the desk, nothing of anybody',
      async handler(ctx) {
        if (!mayUse(ctx)) throw forbidden('This needs the permission tickets:create.')
        return { items: await ctx.withContext((tx) => listTemplates(keys, tx)) }
      },
    }),
    route({
      method: 'POST',
      path: '/ticket-templates',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Add a template of tickets',
      idempotent: {
        needs: 'desk:settings',
        async read(ctx, id) {
          const found = await ctx.withContext((tx) => readTemplate(keys, tx, id))
          await ctx.recordRead({ action: 'ticket-template.read', object: { type: 'ticket-template', id } })
          return found
        },
      },
      body: Template,
      answer: { status: 201, schema: TemplateAnswer },
      handler: (ctx, { body }) => ctx.withContext((tx) => saveTemplate(keys, tx, byRequest(ctx), body)),
    }),
    route({
      method: 'PUT',
      path: '/ticket-templates/:id',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Change a template; tickets that began with it stay as they are',
      params: TemplateId,
      body: Template,
      answer: { status: 200, schema: TemplateAnswer },
      handler: (ctx, { params, body }) => {
        const known = { id: params.id, version: ctx.ifMatch() }
        return ctx.withContext((tx) => saveTemplate(keys, tx, byRequest(ctx), body, known))
      },
    }),
    route({
      method: 'DELETE',
      path: '/ticket-templates/:id',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Remove a template',
      params: TemplateId,
      answer: { status: 204, schema: null },
      handler: (ctx, { params }) => ctx.withContext((tx) => removeTemplate(tx, byRequest(ctx), params.id)),
    }),
  ]
}
