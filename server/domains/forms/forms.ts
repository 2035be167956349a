import type { z } from 'zod'
import type { AnswerClass, Definition } from '../../../forms/index.ts'
import { isQuestion } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, invalid, notFound, stale } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { FormLine } from './api.ts'
import { refuseUnlessForm } from './faults.ts'
import { FormSeal } from './seal.ts'

export interface FormRow {
  id: string
  state: 'draft' | 'published' | 'withdrawn'
  sealed_draft: Buffer
  changed: boolean
  published: number | null
  everywhere: boolean
  at_will: boolean
  told_team_id: string | null
  updated_at: Date
  version: number
  facility_ids: string[]
}
export interface FormInput {
  definition: Definition
  everywhere: boolean
  facilityIds: string[]
  atWill: boolean
  toldTeamId: string | null
}

const COLUMNS = `f.id, f.state, f.sealed_draft, f.changed, f.published, f.everywhere, f.at_will, f.told_team_id, f.updated_at, f.version,
  coalesce((select array_agg(x.facility_id) from form_facilities x where x.org_id = f.org_id and x.form_id = f.id), '{}') as facility_ids`
const LIST = {
  name: 'forms-list',
  text: `select ${COLUMNS} from forms f where f.org_id = $1 and ($2::text is null or f.state = $2)
    and ($3::uuid is null or f.id < $3) order by f.id desc limit $4`,
}
const ONE = { name: 'form-one', text: `select ${COLUMNS} from forms f where f.org_id = $1 and f.id = $2` }
const LOCK = { name: 'form-lock', text: 'select version from forms where org_id = $1 and id = $2 for update' }
const CHANGED = {
  name: 'form-change',
  text: `update forms set sealed_draft = $4, changed = $5, everywhere = $6, at_will = $7, told_team_id = $8, updated_at = now(), version = version + 1
    where org_id = $1 and id = $2 and version = $3 returning id`,
}

export const listForms = (tx: Tx, state: string | undefined, cursor: string | undefined, limit: number) =>
  tx.run<FormRow>(LIST, [tx.context.orgId, state ?? null, cursor ?? null, limit])

export async function findForm(tx: Tx, id: string): Promise<FormRow> {
  const [row] = await tx.run<FormRow>(ONE, [tx.context.orgId, id])
  if (!row) throw notFound('The form')
  return row
}

/** The form, locked, if it still has the version that was read. */
export async function lockForm(tx: Tx, id: string, version: number): Promise<FormRow> {
  const [row] = await tx.run<{ version: number }>(LOCK, [tx.context.orgId, id])
  if (!row) throw notFound('The form')
  if (row.version !== version) throw stale()
  return findForm(tx, id)
}

export const classesOf = (definition: Definition): AnswerClass[] => [
  ...new Set(definition.fields.flatMap((f) => (f.class && isQuestion(f) ? [f.class] : []))),
]

export function presentForm(
  seal: FormSeal,
  row: FormRow,
): z.output<typeof FormLine> & { definition: Definition } {
  const definition = seal.open('forms.sealed_draft', row.id, row.sealed_draft)
  return {
    id: row.id,
    title: definition.title as { en: string },
    state: row.state,
    published: row.published,
    changed: row.changed,
    everywhere: row.everywhere,
    facilityIds: row.facility_ids,
    atWill: row.at_will,
    toldTeamId: row.told_team_id,
    questions: definition.fields.filter(isQuestion).length,
    classes: classesOf(definition),
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
    definition,
  }
}

async function assign(tx: Tx, formId: string, facilityIds: string[]): Promise<void> {
  const { orgId } = tx.context
  await tx.db
    .deleteFrom('form_facilities')
    .where('org_id', '=', orgId)
    .where('form_id', '=', formId)
    .execute()
  if (!facilityIds.length) return
  const known = await tx.db.selectFrom('facilities').select('id').where('id', 'in', facilityIds).execute()
  if (known.length !== new Set(facilityIds).size)
    throw invalid([{ field: 'facilityIds', message: 'names a facility that there is not' }])
  await tx.db
    .insertInto('form_facilities')
    .values(known.map(({ id }) => ({ org_id: orgId, form_id: formId, facility_id: id })))
    .execute()
}

async function knownTeam(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const team = await tx.db.selectFrom('teams').select('id').where('id', '=', id).executeTakeFirst()
  if (!team) throw invalid([{ field: 'toldTeamId', message: 'names a team that there is not' }])
  return id
}

/** Begins a form; answers its id. */
export async function createForm(keys: OrgKeys, tx: Tx, input: FormInput): Promise<string> {
  const id = uuidv7()
  const seal = await FormSeal.of(keys, tx)
  await tx.db
    .insertInto('forms')
    .values({
      org_id: tx.context.orgId,
      id,
      sealed_draft: seal.seal('forms.sealed_draft', id, input.definition),
      everywhere: input.everywhere,
      at_will: input.atWill,
      told_team_id: await knownTeam(tx, input.toldTeamId),
      created_by: tx.context.userId!,
    })
    .execute()
  await assign(tx, id, input.facilityIds)
  return id
}

/** Changes what is edited, and for whom the form is; what was published stays as it is. */
export async function changeForm(
  seal: FormSeal,
  tx: Tx,
  row: FormRow,
  input: Partial<FormInput>,
): Promise<void> {
  const sealed = input.definition
    ? seal.seal('forms.sealed_draft', row.id, input.definition)
    : row.sealed_draft
  await tx.run(CHANGED, [
    tx.context.orgId,
    row.id,
    row.version,
    sealed,
    row.changed || input.definition !== undefined,
    input.everywhere ?? row.everywhere,
    input.atWill ?? row.at_will,
    input.toldTeamId === undefined ? row.told_team_id : await knownTeam(tx, input.toldTeamId),
  ])
  if (input.facilityIds) await assign(tx, row.id, input.facilityIds)
}

/** Makes what is edited the newest version. Answers its number. */
export async function publishForm(seal: FormSeal, tx: Tx, row: FormRow): Promise<number> {
  const definition = seal.open('forms.sealed_draft', row.id, row.sealed_draft)
  refuseUnlessForm(definition)
  if (!row.changed && row.state === 'published')
    throw conflict('unchanged', 'This version is published already', 'Change something first.')
  const again = !row.changed && row.published !== null
  const n = again ? row.published! : (row.published ?? 0) + 1
  if (!again) {
    const id = uuidv7()
    await tx.db
      .insertInto('form_versions')
      .values({
        org_id: tx.context.orgId,
        id,
        form_id: row.id,
        n,
        sealed_definition: seal.seal('form_versions.sealed_definition', id, definition),
        published_by: tx.context.userId!,
      })
      .execute()
  }
  await tx.db
    .updateTable('forms')
    .set((e) => ({
      state: 'published',
      published: n,
      changed: false,
      updated_at: new Date(),
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', row.id)
    .execute()
  return n
}

export interface VersionRow {
  id: string
  form_id: string
  n: number
  sealed_definition: Buffer
  published_at: Date
  publisher: string
}
const VERSIONS = {
  name: 'form-versions',
  text: `select v.id, v.form_id, v.n, v.sealed_definition, v.published_at, wk_staff_name(v.published_by) as publisher
    from form_versions v where v.org_id = $1 and v.form_id = $2 and ($3::int is null or v.n = $3) order by v.n desc limit 200`,
}

export const versionsOf = (tx: Tx, formId: string, n: number | null = null) =>
  tx.run<VersionRow>(VERSIONS, [tx.context.orgId, formId, n])

/** The version in which a form is asked now. */
export async function askedVersion(seal: FormSeal, tx: Tx, formId: string) {
  const form = await findForm(tx, formId)
  if (form.state !== 'published' || form.published === null)
    throw conflict('not-published', 'This form is not published')
  const [version] = await versionsOf(tx, formId, form.published)
  if (!version) throw notFound('The form')
  return {
    n: version.n,
    definition: seal.open('form_versions.sealed_definition', version.id, version.sealed_definition),
  }
}
