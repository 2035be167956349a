import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import { openJson } from '../../platform/keys/sealed.ts'
import { emailKey } from '../../platform/search/normalize.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import { openClasses, readClients } from './records.ts'
import { contactPlace } from './routes/contacts.ts'
import type { ContactPerson } from './schema.ts'

export interface EmailOwner {
  clientId: string
  /** The contact whose address it is; null where it is the client's own. */
  contactId: string | null
}

interface ContactRow extends WrappedDek {
  id: string
  client_id: string
  version: number
  sealed_contact: Buffer
}

const COLUMNS = 'c.id, c.client_id, c.version, c.sealed_contact, d.kek_id, d.wrapped'
const UNINDEXED = {
  name: 'contact-emails-unindexed',
  text: `select ${COLUMNS} from client_contacts c join deks d on d.org_id = c.org_id and d.subject_id = c.client_id
    left join client_contact_emails e on e.org_id = c.org_id and e.contact_id = c.id
    where c.org_id = $1 and d.wrapped is not null and e.version is distinct from c.version limit 500`,
}
const INDEX = {
  name: 'contact-emails-index',
  text: `insert into client_contact_emails as e (org_id, contact_id, version, tokens)
    select $1, x.id, x.version, x.tokens::integer[] from unnest($2::uuid[], $3::integer[], $4::text[]) as x (id, version, tokens)
    on conflict (org_id, contact_id) do update set version = excluded.version, tokens = excluded.tokens`,
}
const FIND = {
  name: 'find-by-email',
  text: 'select client_id as "clientId", contact_id as "contactId" from wk_find_by_email($1)',
}
const CONTACTS = {
  name: 'contacts-by-id',
  text: `select ${COLUMNS} from client_contacts c join deks d on d.org_id = c.org_id and d.subject_id = c.client_id
    where c.org_id = $1 and c.id = any ($2::uuid[]) and d.wrapped is not null`,
}

const emailsOf = (contact: ContactPerson) => contact.emails.map((e) => emailKey(e.value))

async function open(keys: OrgKeys, orgId: string, row: ContactRow): Promise<ContactPerson> {
  const key = await keys.openDek(orgId, row.client_id, row)
  return openJson<ContactPerson>(key, contactPlace(orgId, row.id), row.sealed_contact)
}

/** Indexes the contacts that are new or changed since. */
async function catchUp(keys: OrgKeys, tx: Tx): Promise<void> {
  const { orgId } = tx.context
  const t = await tokenizer(keys, orgId)
  for (;;) {
    const rows = await tx.run<ContactRow>(UNINDEXED, [orgId])
    if (rows.length === 0) return
    const contacts = await Promise.all(rows.map((row) => open(keys, orgId, row)))
    await tx.run(INDEX, [
      orgId,
      rows.map((r) => r.id),
      rows.map((r) => r.version),
      contacts.map((c) => `{${[...new Set(t.tokens('email', emailsOf(c)))].join(',')}}`),
    ])
  }
}

/**
 * Whose e-mail address this is, past all walls: for the system's own work, under the worker's role. By blind index;
 * candidates are opened and compared, so that a truncated token names nobody wrongly.
 */
export async function ownersOfEmail(keys: OrgKeys, tx: Tx, email: string): Promise<EmailOwner[]> {
  const { orgId } = tx.context
  await catchUp(keys, tx)
  const wanted = emailKey(email)
  const token = (await tokenizer(keys, orgId)).token('email', wanted)
  const found = await tx.run<EmailOwner>(FIND, [token])
  const clients = await readClients(tx, [
    ...new Set(found.filter((f) => !f.contactId).map((f) => f.clientId)),
  ])
  const owners: EmailOwner[] = []
  for (const row of clients) {
    const { contact } = openClasses(await keys.openDek(orgId, row.id, row), orgId, row, ['contact'])
    if (contact?.emails.some((e) => emailKey(e.value) === wanted))
      owners.push({ clientId: row.id, contactId: null })
  }
  const contacts = await tx.run<ContactRow>(CONTACTS, [orgId, found.map((f) => f.contactId).filter(Boolean)])
  for (const row of contacts)
    if (emailsOf(await open(keys, orgId, row)).includes(wanted))
      owners.push({ clientId: row.client_id, contactId: row.id })
  return owners
}
