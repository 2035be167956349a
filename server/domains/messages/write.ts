import type { Tx } from '../../platform/db/database.ts'
import { forbidden } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import { tellPortal } from '../portal/index.ts'
import { tellByPush } from '../push/index.ts'
import { sendAlong } from './file-owner.ts'
import { ThreadSeal } from './seal.ts'
import { findThread, markRead, sealOf, type ThreadRow } from './threads.ts'

const DEK = {
  name: 'thread-key',
  text: `insert into deks (org_id, subject_id, subject_type, kek_id, wrapped) values ($1, $2, 'thread', $3, $4)`,
}
const PARTICIPANTS = { name: 'thread-participants', text: 'select user_id from wk_thread_people($1)' }

const isPortal = (ctx: RequestContext): boolean => ctx.principal.kind === 'portal'

/** Begins a thread under a key of its own. The walls decide whose clients it may be about. Answers its id. */
export async function beginThread(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  input: { clientId: string; subject: string; body: string; people?: string[]; assigneeId?: string | null },
): Promise<string> {
  const { orgId } = tx.context
  const { userId } = ctx.principal
  const id = uuidv7()
  const made = await services.keys.newDek(orgId, id)
  const seal = new ThreadSeal(orgId, made.key)
  await tx.db
    .insertInto('message_threads')
    .values({
      org_id: orgId,
      id,
      client_id: input.clientId,
      // The database takes the client's own.
      group_id: orgId,
      sealed_subject: seal.seal('message_threads.sealed_subject', id, input.subject),
      assignee_id: input.assigneeId ?? null,
      created_by: userId,
    })
    .execute()
  await tx.run(DEK, [orgId, id, made.kekId, made.wrapped])
  if (input.people?.length)
    await tx.db
      .insertInto('thread_people')
      .values(input.people.map((user_id) => ({ org_id: orgId, thread_id: id, user_id, added_by: userId })))
      .execute()
  await ctx.record(tx, {
    action: 'thread.create',
    object: { type: 'thread', id },
    objects: [input.clientId],
    classes: ['clinical'],
    facts: { client: input.clientId, fromPortal: isPortal(ctx), people: input.people?.length ?? 0 },
  })
  await addMessage(services, ctx, tx, await findThread(tx, id), { kind: 'message', body: input.body })
  return id
}

/** Adds a message, tells who takes part in the portal, and counts as read what its writer saw. Answers its id. */
export async function addMessage(
  services: Services,
  ctx: RequestContext,
  tx: Tx,
  thread: ThreadRow,
  input: { kind: 'message' | 'note'; body: string; files?: readonly string[] },
): Promise<string> {
  if (!thread.writable) throw forbidden('The walls open this conversation for reading only.')
  const { orgId } = tx.context
  const id = uuidv7()
  const seal = await sealOf(services.keys, tx, thread)
  await tx.db
    .insertInto('thread_messages')
    .values({
      org_id: orgId,
      id,
      thread_id: thread.id,
      kind: input.kind,
      author_id: ctx.principal.userId,
      from_portal: isPortal(ctx),
      sealed_body: seal.seal('thread_messages.sealed_body', id, input.body),
    })
    .execute()
  await sendAlong(tx, thread.id, id, input.files ?? [])
  await markRead(tx, thread.id, id)
  await ctx.record(tx, {
    action: 'thread.message',
    object: { type: 'thread', id: thread.id },
    objects: [thread.client_id, ...(input.files ?? [])],
    classes: ['clinical'],
    facts: { message: id, kind: input.kind, fromPortal: isPortal(ctx), files: input.files?.length ?? 0 },
  })
  if (input.kind === 'message' && !isPortal(ctx)) await tellPeople(tx, thread.id)
  // Whoever looks after it among the staff, on their own devices.
  if (isPortal(ctx) && thread.assignee_id) await tellByPush(tx, thread.assignee_id, 'conversation')
  return id
}

/** What the system itself says in a thread, such as a hand-over. */
export async function say(services: Services, ctx: RequestContext, tx: Tx, thread: ThreadRow, text: string) {
  const id = uuidv7()
  const seal = await sealOf(services.keys, tx, thread)
  await tx.db
    .insertInto('thread_messages')
    .values({
      org_id: tx.context.orgId,
      id,
      thread_id: thread.id,
      kind: 'event',
      author_id: ctx.principal.userId,
      from_portal: false,
      sealed_body: seal.seal('thread_messages.sealed_body', id, text),
    })
    .execute()
}

async function tellPeople(tx: Tx, threadId: string): Promise<void> {
  for (const { user_id } of await tx.run<{ user_id: string }>(PARTICIPANTS, [threadId]))
    await tellPortal(tx, user_id, 'message')
}
