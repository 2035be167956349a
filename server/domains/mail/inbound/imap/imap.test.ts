import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseUnavailable } from '../../../../platform/db/database.ts'
import { startTestServer, type TestServer } from '../../../../testing/harness.ts'
import type { Person } from '../../../../testing/world.ts'
import { ticketFiles } from '../../../desk/index.ts'
import { fileOwners } from '../../../files/index.ts'
import { mailbox } from '../../mailboxes.ts'
import { type Dovecot, dovecotHere, IMAP_LOGIN, startDovecot } from '../../testing/dovecot.ts'
import { MailboxPoller } from './poller.ts'
import { readNew } from './reader.ts'
import { connectImap } from './session.ts'

const owners = fileOwners([ticketFiles])
const here = dovecotHere()
const reason = 'missing' in here ? ` (skipped: ${here.missing})` : ''

describe.skipIf(reason)(`a mailbox on a real IMAP server${reason}`, () => {
  let s: TestServer
  let server: Dovecot
  let admin: Person
  let visitor: ImapFlow
  const pollers: MailboxPoller[] = []
  beforeAll(async () => {
    s = await startTestServer()
    server = await startDovecot((here as { path: string }).path)
    admin = await s.world.person('administrator')
    visitor = await server.client()
  })
  afterEach(async () => {
    await Promise.all(pollers.splice(0).map((p) => p.stop()))
    await s.owner.query('update mailboxes set enabled = false')
  })
  afterAll(async () => {
    visitor?.close()
    await server?.stop()
    await s?.stop()
  })

  const settings = (folder: string, more: object = {}) => ({
    address: `${folder.toLowerCase()}@clinic.example`,
    kind: 'imap',
    queueId: s.world.queueId,
    host: 'localhost',
    port: server.port,
    ca: server.ca,
    folder,
    login: IMAP_LOGIN,
    ...more,
  })
  async function addMailbox(folder: string, more: object = {}): Promise<string> {
    await visitor.mailboxCreate(folder).catch(() => {})
    const made = await s.call(admin.token, 'POST', '/mail/mailboxes', settings(folder, more))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.body.id
  }
  const put = (folder: string, subject: string, id = `${randomUUID()}@home.example`) =>
    visitor.append(
      folder,
      `From: Rowan <rowan@home.example>\r\nTo: desk@clinic.example\r\nSubject: ${subject}\r\nMessage-ID: <${id}>\r\n\r\nHello\r\n`,
      [],
    )
  async function flagsIn(folder: string): Promise<string[][]> {
    const lock = await visitor.getMailboxLock(folder)
    try {
      await visitor.noop()
      const all: string[][] = []
      for await (const m of visitor.fetch('1:*', { flags: true }))
        all.push([...(m.flags ?? [])].filter((f) => f !== '\\Recent'))
      return all
    } finally {
      lock.release()
    }
  }
  const received = async (id: string) =>
    (await s.owner.query('select outcome from mail_received where mailbox_id = $1', [id])).rows.map(
      (r) => r.outcome as string,
    )
  async function until(what: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await what()); tries++) {
      if (tries > 1200) throw new Error('it did not happen')
      await wait(100)
    }
  }
  function poll(): MailboxPoller {
    const poller = new MailboxPoller(s.services, owners)
    poller.start()
    pollers.push(poller)
    return poller
  }
  /** Reads once by hand, so that a fault can be put in between. */
  async function readOnce(id: string, fault: (client: ImapFlow) => void = () => {}): Promise<void> {
    const context = { orgId: s.world.orgId, userId: null }
    const row = (await s.services.db.withContext(context, (tx) => mailbox(tx, id), 'worker'))!
    const client = await connectImap({
      host: 'localhost',
      port: server.port,
      security: 'tls',
      login: IMAP_LOGIN,
      ca: server.ca,
    })
    try {
      await client.mailboxOpen(row.folder)
      fault(client)
      await readNew({
        services: s.services,
        owners,
        orgId: s.world.orgId,
        mailbox: row,
        client,
        signal: new AbortController().signal,
        putOff: new Map(),
      })
    } finally {
      client.close()
    }
  }

  it('is read, and what arrives later too; mails are marked as seen', async () => {
    const id = await addMailbox('Desk')
    await put('Desk', 'before')
    poll()
    await until(async () => (await received(id)).length === 1)
    await put('Desk', 'after')
    await until(async () => (await received(id)).length === 2)
    await until(async () => (await flagsIn('Desk')).every((f) => f.includes('\\Seen')))
    expect(await received(id)).toEqual(['ticket', 'ticket'])
    const list = await s.call(admin.token, 'GET', '/mail/mailboxes')
    expect(list.body.items.find((m: { id: string }) => m.id === id)).toMatchObject({
      state: 'connected',
      errorCode: null,
      hasLogin: true,
    })
    expect(JSON.stringify(list.body)).not.toContain(IMAP_LOGIN.password)
  })

  it('may have its mails moved instead', async () => {
    await visitor.mailboxCreate('Taken')
    const id = await addMailbox('Moving', { moveTo: 'Taken' })
    await put('Moving', 'one')
    await put('Moving', 'two')
    poll()
    await until(async () => (await received(id)).length === 2 && (await flagsIn('Moving')).length === 0)
    expect(await flagsIn('Taken')).toHaveLength(2)
  })

  it('loses and doubles nothing when it is killed between committing and marking', async () => {
    const id = await addMailbox('Killed')
    await put('Killed', 'once')
    const killed = readOnce(id, (client) => {
      client.messageFlagsAdd = async () => {
        throw new Error('killed')
      }
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await received(id)).toEqual(['ticket'])
    expect(await flagsIn('Killed')).toEqual([[]])
    await readOnce(id)
    expect(await received(id)).toEqual(['ticket'])
    expect(await flagsIn('Killed')).toEqual([['\\Seen']])
  })

  it('marks nothing that could not be committed', async () => {
    const id = await addMailbox('Away')
    await put('Away', 'kept')
    const { withContext } = s.services.db
    const failing = readOnce(id, () => {
      s.services.db.withContext = async () => {
        throw new DatabaseUnavailable('away')
      }
    })
    await expect(failing).rejects.toThrow('away')
    s.services.db.withContext = withContext
    expect(await flagsIn('Away')).toEqual([[]])
    await readOnce(id)
    expect(await received(id)).toEqual(['ticket'])
  })

  it('flags what it refuses, leaves it there and goes on', async () => {
    const id = await addMailbox('Refusing')
    let deep = 'Content-Type: text/plain\r\n\r\ninside\r\n'
    for (let i = 0; i < 1000; i++)
      deep = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${deep}\r\n--b${i}--\r\n`
    await visitor.append('Refusing', `From: a@b.example\r\n${deep}`, [])
    await put('Refusing', 'good')
    await readOnce(id)
    await readOnce(id)
    expect((await received(id)).sort()).toEqual(['refused', 'ticket'])
    expect((await flagsIn('Refusing')).map((f) => f.join())).toEqual(['\\Flagged', '\\Seen'])
  })

  it('goes on behind a mail that can’t be taken just now', async () => {
    const id = await addMailbox('Poison')
    await put('Poison', 'poison')
    await put('Poison', 'good')
    const { hit } = s.services.limits
    let calls = 0
    s.services.limits.hit = async (...args) => {
      if (++calls === 1) throw new TypeError('a fault of ours')
      return hit.apply(s.services.limits, args)
    }
    try {
      await readOnce(id)
    } finally {
      s.services.limits.hit = hit
    }
    expect(await received(id)).toEqual(['ticket'])
    expect(await flagsIn('Poison')).toEqual([[], ['\\Seen']])
    await readOnce(id)
    expect(await received(id)).toEqual(['ticket', 'ticket'])
  })

  it('that is numbered anew (UIDVALIDITY) brings nothing in twice', async () => {
    const id = await addMailbox('Anew')
    const mails = ['a@home.example', 'b@home.example']
    for (const m of mails) await put('Anew', 'x', m)
    poll()
    await until(async () => (await received(id)).length === 2)
    const validity = async () =>
      (await s.owner.query('select uid_validity from mailboxes where id = $1', [id])).rows[0].uid_validity
    const before = await validity()
    await pollers.splice(0)[0]!.stop()
    await visitor.mailboxDelete('Anew')
    await wait(1100)
    await visitor.mailboxCreate('Anew')
    for (const m of [...mails, 'c@home.example']) await put('Anew', 'x', m)
    poll()
    await until(async () => (await received(id)).length === 3)
    await until(async () => (await flagsIn('Anew')).every((f) => f.includes('\\Seen')))
    expect(await validity()).not.toBe(before)
  })

  it('is read by one process at a time, and by another when that one goes', async () => {
    const id = await addMailbox('Shared')
    const first = poll()
    const lease = async () =>
      (await s.owner.query('select lease_id from mailboxes where id = $1', [id])).rows[0].lease_id
    await until(async () => (await lease()) !== null)
    const holder = await lease()
    poll()
    await wait(500)
    expect(await lease()).toBe(holder)
    await first.stop()
    await until(async () => ![null, holder].includes(await lease()))
    await put('Shared', 'for the second')
    await until(async () => (await received(id)).length === 1)
  })

  it('is read again after its server was gone', async () => {
    const id = await addMailbox('Back')
    poll()
    await put('Back', 'one')
    await until(async () => (await received(id)).length === 1)
    visitor.close()
    await server.restart()
    visitor = await server.client()
    await put('Back', 'two')
    await until(async () => (await received(id)).length === 2)
  })

  it('says why it can’t be read, and never in a server’s words', async () => {
    const id = await addMailbox('Wrong', { login: { user: 'desk', password: 'not it' } })
    expect((await s.call(admin.token, 'POST', `/mail/mailboxes/${id}/test`, {})).body).toEqual({
      ok: false,
      code: 'LOGIN_REFUSED',
    })
    poll()
    await until(
      async () =>
        (await s.owner.query('select state, error_code from mailboxes where id = $1', [id])).rows[0]
          .error_code === 'LOGIN_REFUSED',
    )
    const good = await addMailbox('Good')
    expect((await s.call(admin.token, 'POST', `/mail/mailboxes/${good}/test`, {})).body).toEqual({
      ok: true,
      code: null,
    })
    const distrusted = await addMailbox('Distrusted', { ca: null })
    const tried = await s.call(admin.token, 'POST', `/mail/mailboxes/${distrusted}/test`, {})
    expect(tried.body.ok).toBe(false)
    const metadata = await addMailbox('Metadata', { host: '169.254.169.254' })
    expect((await s.call(admin.token, 'POST', `/mail/mailboxes/${metadata}/test`, {})).body).toEqual({
      ok: false,
      code: 'ADDRESS_REFUSED',
    })
  })
})
