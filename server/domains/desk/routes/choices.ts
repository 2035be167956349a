import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import { Id } from '../api.ts'
import { Status } from '../rules/flow.ts'

const Named = z.object({ id: Id, name: z.string() })

const CHOICES = {
  name: 'desk-choices',
  text: `select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by position, name), '[]')
      from queues where org_id = $1 and not archived) as queues,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'flowId', flow_id) order by position, name), '[]')
      from ticket_types where org_id = $1 and not archived) as types,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'statuses', statuses) order by name), '[]')
      from ticket_flows where org_id = $1) as flows,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
      from checklist_templates where org_id = $1 and not archived) as checklists,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
      from teams where org_id = $1) as teams,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by position, name), '[]')
      from ticket_rules where org_id = $1) as rules,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.display_name) order by u.display_name), '[]')
      from users u where u.org_id = $1 and u.status = 'active' and u.kind = 'person' and exists (
        select 1 from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
        where ur.org_id = u.org_id and ur.user_id = u.id and 'tickets:write' = any (r.permissions))) as people`,
}

/** What a ticket may be given: one question for a page that shows many of these choices. */
export function choiceRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/desk',
      tag: 'desk',
      needs: 'tickets:read',
      summary:
        'Queues, types with their flows, checklists, teams, rules, and the colleagues who work tickets',
      answer: {
        status: 200,
        schema: z.object({
          queues: z.array(Named),
          types: z.array(Named.extend({ flowId: Id })),
          flows: z.array(Named.extend({ statuses: z.array(Status) })),
          checklists: z.array(Named),
          teams: z.array(Named),
          /** Names alone, for what a ticket's history tells. */
          rules: z.array(Named),
          people: z.array(Named),
        }),
      },
      unaudited: 'names of work and of colleagues, nothing of anybody who is served',
      handler: (ctx) => ctx.withContext(async (tx) => (await tx.run(CHOICES, [tx.context.orgId]))[0]!),
    }),
  ]
}
