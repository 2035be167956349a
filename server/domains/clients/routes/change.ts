import type { EventInput } from '../../../platform/audit/event.ts'
import { type By, byRequest } from '../../../platform/http/by.ts'
import { forbidden, notFound, Problem, stale } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientAnswer, ClientId, CreateClient, PatchClient } from '../api.ts'
import { changeOf, neededFor } from '../change-of.ts'
import { presentClient } from '../present.ts'
import { RecordChanges } from '../record-changes.ts'
import {
  type ClientRowWithNames,
  fusedClient,
  openClasses,
  READ_FUSED,
  RECORD_CLASSES,
  readClient,
  visibleClasses,
} from '../records.ts'
import type { RecordClass, RecordClasses } from '../schema.ts'
import { type ClientChange, insertClients, prepareClient, updateClient } from '../write.ts'

function checkClasses(ctx: RequestContext, body: object): void {
  for (const cls of RECORD_CLASSES)
    if (cls in body && ctx.principal.fieldClasses[cls] !== 'write')
      throw forbidden(`Your roles may not change the class ${cls}.`)
  if ('tags' in body && ctx.principal.fieldClasses.demographic !== 'write')
    throw forbidden('Your roles may not change tags.')
}

/** What another domain does when a client has come behind another wall, in the same transaction. */
export type MovedWith = (services: Services, tx: Tx, by: By, clientId: string) => Promise<void>

export function changeRoutes(services: Services, others: readonly MovedWith[]): Route[] {
  const { db, keys } = services
  const changes = new RecordChanges(db)

  const create = route({
    method: 'POST',
    path: '/clients',
    tag: 'clients',
    needs: 'clients:create',
    summary: 'Add a client',
    idempotent: {
      needs: 'clients:read',
      async read(ctx, id) {
        const { orgId, fieldClasses } = ctx.principal
        const row = await ctx.withContext((tx) => readClient(tx, id))
        if (!row) throw notFound('The client')
        const classes = visibleClasses(fieldClasses)
        const record = openClasses(await keys.openDek(orgId, id, row), orgId, row, classes)
        await ctx.recordRead({ action: 'client.read', object: { type: 'client', id }, classes })
        ctx.reply.header('etag', `"${row.version}"`).header('location', `/api/v1/clients/${id}`)
        return presentClient(row, record, ctx.principal)
      },
    },
    body: CreateClient,
    answer: { status: 201, schema: ClientAnswer },
    async handler(ctx, { body }) {
      checkClasses(ctx, body)
      const { orgId } = ctx.principal
      const { kind, groupId, facilityId, tags, ...classes } = body
      const record = {
        ...classes,
        ...((classes.demographic || tags) && { demographic: { ...classes.demographic, tags: tags ?? [] } }),
      } as RecordClasses
      const client = await prepareClient(keys, await tokenizer(keys, orgId), orgId, {
        kind,
        groupId,
        facilityId,
        record,
      })
      const row = await ctx.withContext(async (tx) => {
        await requireGroup(tx, groupId)
        if (facilityId) await requireFacility(tx, facilityId)
        await insertClients(tx, [client])
        await ctx.record(tx, {
          action: 'client.create',
          object: { type: 'client', id: client.id },
          classes: Object.keys(record) as RecordClass[],
        })
        return (await readClient(tx, client.id))!
      })
      ctx.reply.header('etag', `"${row.version}"`).header('location', `/api/v1/clients/${client.id}`)
      const shown = openClasses(client.key, orgId, row, visibleClasses(ctx.principal.fieldClasses))
      return presentClient(row, shown, ctx.principal)
    },
  })

  const change = route({
    method: 'PATCH',
    path: '/clients/:id',
    tag: 'clients',
    needs: 'clients:write',
    summary: 'Change a client; a field class that is given replaces that class whole',
    params: ClientId,
    body: PatchClient,
    answer: { status: 200, schema: ClientAnswer },
    fused: { statement: READ_FUSED, value: (params) => params.id },
    async handler(ctx, { body, fetched }) {
      checkClasses(ctx, body)
      const version = ctx.ifMatch()
      const { orgId, userId, fieldClasses } = ctx.principal
      const { groupId, facilityId, tags, ...given } = body
      const row = fusedClient(fetched?.row)
      if (!row || row.shredded_at) throw notFound('The client')
      if (!row.writable) throw forbidden('The walls open this client for reading only.')
      if (row.version !== version) throw stale()
      const key = await keys.openDek(orgId, row.id, row)
      const changed: Partial<RecordClasses> = { ...given } as Partial<RecordClasses>
      const visible = visibleClasses(fieldClasses)
      const needed = neededFor([
        ...(Object.keys(given) as RecordClass[]),
        ...(tags ? ['demographic' as const] : []),
      ])
      // What is shown, what is recorded as it was, and what the tokens are made of; nothing else is opened.
      const old = openClasses(
        key,
        orgId,
        row,
        RECORD_CLASSES.filter((c) => visible.includes(c) || needed.includes(c)),
      )
      if (given.demographic || tags)
        changed.demographic = {
          ...(given.demographic ?? old.demographic),
          tags: tags ?? old.demographic?.tags ?? [],
        }
      const record = { ...old, ...changed }
      const made = await changeOf(keys, key, orgId, row, old, changed)
      const change: ClientChange = { ...made.change, groupId, facilityId }
      const event: EventInput = {
        ...made.event,
        changes: [
          ...(made.event.changes ?? []),
          ...(groupId ? ['groupId'] : []),
          ...(facilityId !== undefined ? ['facilityId'] : []),
        ],
      }
      const fresh =
        groupId || facilityId !== undefined
          ? await ctx.withContext(async (tx) => {
              const moved = await move(ctx, tx, row, change, event)
              if (moved.group_id !== row.group_id)
                for (const follow of others) await follow(services, tx, byRequest(ctx), row.id)
              return moved
            })
          : {
              ...row,
              version: await ctx.recordWith(event, (event) =>
                changes.make({ ...change, context: { orgId, userId }, event }),
              ),
              updated_at: new Date(),
            }
      ctx.reply.header('etag', `"${fresh.version}"`)
      return presentClient(fresh, Object.fromEntries(visible.map((c) => [c, record[c]])), ctx.principal)
    },
  })
  return [create, change]
}

/** A change that also moves the client to another group or facility, each of which must be open to the caller. */
async function move(
  ctx: RequestContext,
  tx: Tx,
  row: ClientRowWithNames,
  change: ClientChange,
  event: EventInput,
): Promise<ClientRowWithNames> {
  if (change.groupId && change.groupId !== row.group_id) await requireGroup(tx, change.groupId)
  if (change.facilityId && change.facilityId !== row.facility_id) await requireFacility(tx, change.facilityId)
  await updateClient(tx, change)
  await ctx.record(tx, event)
  return (await readClient(tx, row.id))!
}

type Tx = Parameters<Parameters<RequestContext['withContext']>[0]>[0]

async function requireGroup(tx: Tx, groupId: string): Promise<void> {
  const [ok] = await tx.run<{ ok: boolean }>(
    { name: 'group-writable', text: "select $1 = any (wk_groups('write')) as ok" },
    [groupId],
  )
  if (!ok?.ok) throw forbidden('The walls do not let you put clients into this group.')
}

async function requireFacility(tx: Tx, facilityId: string): Promise<void> {
  const found = await tx.db
    .selectFrom('facilities')
    .select('id')
    .where('id', '=', facilityId)
    .executeTakeFirst()
  if (!found)
    throw new Problem(422, 'invalid-input', 'Some fields are not right', {
      errors: [{ field: 'facilityId', message: 'is not a facility of this organization' }],
    })
}
