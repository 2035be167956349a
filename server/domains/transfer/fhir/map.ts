import type { CountryCode } from 'libphonenumber-js/min'
import type { Issue } from '../problem.ts'
import {
  type ClientKind,
  type ContactPerson,
  type Email,
  type Phone,
  type RecordClasses,
  RecordSchema,
} from '../record.ts'
import { dateOf, labelOf, ownerKeys } from './kept.ts'
import { Notes } from './notes.ts'
import { organizationFrom } from './organization.ts'
import { patientFrom } from './patient.ts'
import { practitionerFrom, relatedPersonFrom, roleFrom } from './people.ts'
import type { FhirItem } from './reader.ts'
import { type Key, lastingKeys, ownKeys, referenceKeys } from './references.ts'
import type {
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
  RelatedPerson,
  Resource,
} from './types.ts'
import { validate } from './validate.ts'

/** What every resource is kept with, verbatim, beside what is made of it. */
export type Source = {
  row: number
  type: string
  text: string
  label?: string
  date?: string
  /** Every key that others may refer to it by, within the same import. */
  keys: Key[]
  /** The keys that hold beyond the import, to recognise it in the next. */
  lasting: Key[]
}

/** What becomes of one resource. */
export type Mapped =
  | { as: 'client'; source: Source; kind: ClientKind; record: RecordClasses; contacts: ContactPerson[] }
  | { as: 'contact'; source: Source; owner: Key[]; contact: ContactPerson }
  | { as: 'practitioner'; source: Source; contact: ContactPerson }
  | {
      as: 'role'
      source: Source
      practitioner: Key[]
      organization: Key[]
      adds: { relationship?: string; display?: string; phones: Phone[]; emails: Email[] }
    }
  | { as: 'other'; source: Source; owner: Key[] }

export type MapResult = { mapped?: Mapped; issues: Issue[] }

/**
 * Checks one resource against FHIR R4 and makes of it what Wellkeep holds: Patient and Organization become
 * clients, RelatedPerson a contact of its patient, Practitioner with PractitionerRole a contact of the
 * organisation; everything else is kept with its client. With an `error` among the issues, nothing is made.
 */
export function mapResource(item: FhirItem, region: CountryCode): MapResult {
  const notes = new Notes(item.row)
  const { error, unknown } = validate(item.resource)
  if (error) {
    notes.fail(error.path, error.reason)
    return { issues: notes.issues }
  }
  if (unknown) notes.warn(unknown, 'is not an element of FHIR R4; kept as it came')
  const mapped = make(item, region, notes)
  return notes.failed || !mapped ? { issues: notes.issues } : { mapped, issues: notes.issues }
}

function make(item: FhirItem, region: CountryCode, notes: Notes): Mapped | undefined {
  const resource = item.resource as Resource
  const source = sourceOf(item, resource)
  switch (resource.resourceType) {
    case 'Patient':
      return bounded(
        { as: 'client', source, kind: 'person', ...patientFrom(resource as Patient, region, notes) },
        notes,
      )
    case 'Organization': {
      const made = organizationFrom(resource as Organization, region, notes)
      return bounded({ as: 'client', source, kind: 'organisation', ...made }, notes)
    }
    case 'RelatedPerson': {
      const person = resource as RelatedPerson
      const contact = relatedPersonFrom(person, region, notes)
      const owner = referenceKeys(person.patient, 'Patient', person)
      return contact ? { as: 'contact', source, owner, contact } : { as: 'other', source, owner }
    }
    case 'Practitioner': {
      const contact = practitionerFrom(resource as Practitioner, region, notes)
      return contact ? { as: 'practitioner', source, contact } : { as: 'other', source, owner: [] }
    }
    case 'PractitionerRole': {
      const role = resource as PractitionerRole
      const practitioner = referenceKeys(role.practitioner, 'Practitioner', role)
      const organization = referenceKeys(role.organization, 'Organization', role)
      return { as: 'role', source, practitioner, organization, adds: roleFrom(role, region, notes) }
    }
    default:
      return { as: 'other', source, owner: ownerKeys(resource)?.keys ?? [] }
  }
}

function sourceOf(item: FhirItem, resource: Resource): Source {
  const label = labelOf(resource)
  const date = dateOf(resource)
  return {
    row: item.row,
    type: resource.resourceType,
    text: item.text,
    ...(label ? { label } : {}),
    ...(date ? { date } : {}),
    keys: ownKeys(resource, item.fullUrl),
    lasting: lastingKeys(resource, item.fullUrl),
  }
}

/** The record's own schema has the last word, so that an import can hold nothing that the API would refuse. */
function bounded(mapped: Extract<Mapped, { as: 'client' }>, notes: Notes): Mapped | undefined {
  if (notes.failed) return undefined
  const parsed = RecordSchema.safeParse(mapped.record)
  if (parsed.success) return { ...mapped, record: parsed.data }
  const issue = parsed.error.issues[0]!
  notes.fail(`${mapped.source.type} (${issue.path.join('.')})`, 'does not fit the record')
  return undefined
}
