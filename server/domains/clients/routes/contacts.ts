import { z } from 'zod'
import { notFound, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientId, Id } from '../api.ts'
import { openParent } from '../children.ts'
import { ContactPerson } from '../schema.ts'

const ContactAnswer = ContactPerson.extend({
  id: Id,
  version: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
const ContactId = z.object({ id: Id, contactId: Id })
export const contactPlace = (orgId: string, row: string): Place => ({
  orgId,
  table: 'client_contacts',
  column: 'sealed_contact',
  row,
})

/** People tied to a client: guardians, emergency contacts, office managers. */
export function contactRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/clients/:id/contacts',
    tag: 'contacts',
    needs: 'clients:read',
    summary: 'People tied to a client',
    params: ClientId,
    answer: { status: 200, schema: z.object({ items: z.array(ContactAnswer) }) },
    async handler(ctx, { params }) {
      const items = await ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'contact', 'read')
        const rows = await tx.db
          .selectFrom('client_contacts')
          .selectAll()
          .where('client_id', '=', params.id)
          .orderBy('id')
          .limit(500)
          .execute()
        return rows.map((r) =>
          present(r, openJson<ContactPerson>(key, contactPlace(tx.context.orgId, r.id), r.sealed_contact)),
        )
      })
      await ctx.recordRead({
        action: 'contact.list',
        object: { type: 'client', id: params.id },
        classes: ['contact'],
        facts: { count: items.length },
      })
      return { items }
    },
  })
  const add = route({
    method: 'POST',
    path: '/clients/:id/contacts',
    tag: 'contacts',
    needs: 'clients:write',
    summary: 'Add a contact',
    idempotent: {
      needs: 'clients:read',
      async read(ctx, id, { params }) {
        const contact = await ctx.withContext(async (tx) => {
          const { key } = await openParent(keys, ctx, tx, params.id, 'contact', 'read')
          const row = await tx.db
            .selectFrom('client_contacts')
            .selectAll()
            .where('client_id', '=', params.id)
            .where('id', '=', id)
            .executeTakeFirst()
          if (!row) throw notFound('The contact')
          return present(
            row,
            openJson<ContactPerson>(key, contactPlace(tx.context.orgId, id), row.sealed_contact),
          )
        })
        const object = { type: 'client', id: params.id }
        await ctx.recordRead({ action: 'contact.list', object, classes: ['contact'], facts: { count: 1 } })
        return contact
      },
    },
    params: ClientId,
    body: ContactPerson.strict(),
    answer: { status: 201, schema: ContactAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'contact', 'write')
        const id = uuidv7()
        const row = await tx.db
          .insertInto('client_contacts')
          .values({
            org_id: tx.context.orgId,
            id,
            client_id: params.id,
            sealed_contact: sealJson(key, contactPlace(tx.context.orgId, id), body),
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await ctx.record(tx, {
          action: 'contact.create',
          object: { type: 'client', id: params.id },
          classes: ['contact'],
          facts: { contact: id },
        })
        return present(row, body)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/clients/:id/contacts/:contactId',
    tag: 'contacts',
    needs: 'clients:write',
    summary: 'Change a contact (replaced whole)',
    params: ContactId,
    body: ContactPerson.strict(),
    answer: { status: 200, schema: ContactAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'contact', 'write')
        const row = await tx.db
          .updateTable('client_contacts')
          .set((e) => ({
            sealed_contact: sealJson(key, contactPlace(tx.context.orgId, params.contactId), body),
            version: e('version', '+', 1),
            updated_at: new Date(),
          }))
          .where('client_id', '=', params.id)
          .where('id', '=', params.contactId)
          .where('version', '=', ctx.ifMatch())
          .returningAll()
          .executeTakeFirst()
        if (!row) throw stale()
        await ctx.record(tx, {
          action: 'contact.change',
          object: { type: 'client', id: params.id },
          classes: ['contact'],
          facts: { contact: params.contactId },
        })
        return present(row, body)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/clients/:id/contacts/:contactId',
    tag: 'contacts',
    needs: 'clients:write',
    summary: 'Remove a contact',
    params: ContactId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        await openParent(keys, ctx, tx, params.id, 'contact', 'write')
        const gone = await tx.db
          .deleteFrom('client_contacts')
          .where('client_id', '=', params.id)
          .where('id', '=', params.contactId)
          .executeTakeFirst()
        if (!gone.numDeletedRows) throw notFound('The contact')
        await ctx.record(tx, {
          action: 'contact.remove',
          object: { type: 'client', id: params.id },
          classes: ['contact'],
          facts: { contact: params.contactId },
        })
      }),
  })
  return [list, add, change, remove]
}

function present(
  row: { id: string; version: number; created_at: Date; updated_at: Date },
  contact: ContactPerson,
) {
  return {
    id: row.id,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    ...contact,
  }
}
