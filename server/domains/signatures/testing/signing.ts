import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportLog } from '../../../platform/audit/export.ts'
import { logKey } from '../../../platform/audit/log-key.ts'
import { Sequencer } from '../../../platform/audit/sequencer.ts'
import { csrfToken, SESSION_COOKIE, secretHash } from '../../../platform/http/authenticate.ts'
import { csrfHash } from '../../../platform/http/server.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { textPdf } from '../../../platform/reading/testing/pdfs.ts'
import { startOffice } from '../../../testing/documents.ts'
import { runJobs } from '../../../testing/jobs.ts'
import { hashPassword } from '../../identity/index.ts'

export const PASSWORD = 'plum orchard tidewater 7'
export const CONSENT = 'I have read the plan of care and agree to it.'

/** Somebody signed in, who can prove it by a password. */
export interface Signer {
  id: string
  cookie: string
  csrf: string
}

/** An office with people who sign: a nurse, a patient and a guardian of the portal. */
export async function startSigning() {
  const o = await startOffice()
  const { s } = o
  const hash = await hashPassword(PASSWORD)
  const signedIn = async (id: string, name?: string): Promise<Signer> => {
    const secret = randomBytes(32).toString('base64url')
    if (name) await s.owner.query('update users set display_name = $2 where id = $1', [id, name])
    await s.owner.query('update users set password_hash = $2 where id = $1', [id, hash])
    await s.owner.query(
      `insert into sessions (org_id, id, user_id, token_hash, stage, mfa, csrf_hash, idle_seconds, absolute_expires_at)
        values ($1, $2, $3, $4, 'full', true, $5, 3600, now() + interval '1 day')`,
      [s.world.orgId, uuidv7(), id, secretHash(secret), csrfHash(secret)],
    )
    return { id, cookie: `${SESSION_COOKIE}=${secret}`, csrf: csrfToken(secret) }
  }
  const portal = async (name: string, ties: { clients?: string[]; facilities?: string[] }) =>
    signedIn((await s.world.portal({ ...ties, name })).id)
  const nurse = await signedIn(o.reader.id, 'Nora Nightjar')
  const patient = await portal('Wanda Quellenbrunn', { clients: [o.clientId] })
  const guardian = await portal('Gustav Quellenbrunn', { clients: [o.clientId] })

  /** Staff and portal have the same routes, the latter's under /portal. */
  const isPortal = new Set([patient.id, guardian.id])
  const call = (who: Signer, method: string, path: string, body?: unknown, headers = {}) =>
    s.call(who, method, `${isPortal.has(who.id) ? '/portal' : ''}${path}`, body, headers)
  const sequencer = new Sequencer({
    db: s.services.db,
    keys: s.services.keys,
    log: s.services.log,
    keysDir: s.keysDir,
  })
  const dir = await mkdtemp(join(tmpdir(), 'wellkeep-signed-'))

  const signing = {
    ...o,
    nurse,
    patient,
    guardian,
    portal: async (name: string, ties: { clients?: string[]; facilities?: string[] }) => {
      const who = await portal(name, ties)
      isPortal.add(who.id)
      return who
    },
    signedIn,
    as: call,
    /** A published document, in the client's own folder unless said otherwise. */
    async published(content: Buffer | string, name = 'Plan of care.pdf', folderId = o.own): Promise<string> {
      const id = await o.add(folderId, `${randomBytes(3).toString('hex')} ${name}`, content)
      const done = await o.step(id, 'publish')
      if (done.status !== 200) throw new Error(JSON.stringify(done.body))
      return id
    },
    plan: () => textPdf(['Plan of care for the next weeks.', 'Page two of it.']),
    ask: (documentId: string, signers: (Signer | { userId: string; role?: string })[], more: object = {}) =>
      o.call(o.writer, 'POST', `/documents/${documentId}/signatures`, {
        n: 1,
        consent: CONSENT,
        signers: signers.map((p) => ('userId' in p ? p : { userId: p.id })),
        ...more,
      }),
    sign: (who: Signer, id: string, more: object = {}) =>
      call(who, 'POST', `/signatures/${id}/sign`, {
        mark: { kind: 'typed', text: 'Signed in ink' },
        consent: CONSENT,
        proof: { password: PASSWORD },
        ...more,
      }),
    decline: (who: Signer, id: string) =>
      call(who, 'POST', `/signatures/${id}/decline`, { reason: 'The dose is wrong, says Wanda' }),
    read: (id: string) => o.good(o.call(o.writer, 'GET', `/signatures/${id}`)),
    /** The log gives what waits its place, and the jobs run until none is left. */
    async settle() {
      for (let i = 0; i < 4; i++) {
        while (await sequencer.sequence(s.world.orgId));
        await s.owner.query(
          "update graphile_worker._private_jobs set run_at = now() where task_id in (select id from graphile_worker._private_tasks where identifier like 'signature.%')",
        )
        await runJobs(s)
      }
      while (await sequencer.sequence(s.world.orgId));
    },
    download: async (who: Signer, id: string) =>
      (
        await s.app.inject({
          url: `/api/v1${isPortal.has(who.id) ? '/portal' : ''}/signatures/${id}/signed`,
          headers: { cookie: who.cookie },
        })
      ).rawPayload,
    /** An export of the log as it is now, and its key: all that an auditor gets. */
    async exported(): Promise<{ log: string; key: string }> {
      while (await sequencer.sequence(s.world.orgId));
      const { bytes } = await exportLog(s.services.db, s.services.logState, s.world.orgId)
      const log = join(dir, `${uuidv7()}.ndjson`)
      await writeFile(log, bytes)
      return { log, key: (await logKey(s.services.keys, s.world.orgId)).verifierKey }
    },
    dir,
    async stop() {
      await rm(dir, { recursive: true, force: true })
      await s.stop()
    },
  }
  return signing
}
export type Signing = Awaited<ReturnType<typeof startSigning>>
