import { words } from './extensions.ts'
import { type Key, referenceKeys, referenceType } from './references.ts'
import type { CodeableConcept, Reference, Resource } from './types.ts'

type Loose = Resource & Record<string, unknown>

/** Elements that name whose a resource is, over all the types in FHIR's Patient compartment. */
const PATIENT_ELEMENTS = [
  'patient',
  'subject',
  'beneficiary',
  'individual',
  'for',
  'candidate',
  'actor',
] as const
/** For what belongs to no patient: the organisation that it belongs to. */
const ORGANIZATION_ELEMENTS = [
  'managingOrganization',
  'providedBy',
  'organization',
  'ownedBy',
  'owner',
] as const

/** The keys of the client that a resource belongs to, in the order to try; empty when it names none. */
export function ownerKeys(resource: Resource): { type: 'Patient' | 'Organization'; keys: Key[] } | undefined {
  const patient = references(resource as Loose, PATIENT_ELEMENTS, 'Patient')
  if (patient.length > 0) return { type: 'Patient', keys: patient }
  const organization = references(resource as Loose, ORGANIZATION_ELEMENTS, 'Organization')
  return organization.length > 0 ? { type: 'Organization', keys: organization } : undefined
}

function references(resource: Loose, elements: readonly string[], type: string): Key[] {
  const found: Reference[] = elements.flatMap((element) => asReferences(resource[element]))
  // Appointments and their like list the patient among the participants.
  if (type === 'Patient' && Array.isArray(resource.participant)) {
    found.push(...resource.participant.flatMap((p) => asReferences((p as { actor?: unknown } | null)?.actor)))
  }
  return found
    .filter((reference) => (referenceType(reference) ?? type) === type)
    .flatMap((reference) => referenceKeys(reference, type, resource))
}

function asReferences(value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap(asReferences)
  if (typeof value !== 'object' || value === null) return []
  const reference = value as Reference
  return typeof reference.reference === 'string' || typeof reference.identifier === 'object'
    ? [reference]
    : []
}

const CONCEPTS = [
  'code',
  'vaccineCode',
  'medicationCodeableConcept',
  'type',
  'serviceType',
  'category',
] as const
const TEXTS = ['title', 'name', 'description', 'deviceName', 'summary', 'conclusion'] as const
const NAMED = ['medicationReference', 'focus', 'payor', 'questionnaire'] as const
const MAX_LABEL = 200

/** A few words to list a resource by, such as a condition's name; undefined when it says none. */
export function labelOf(resource: Resource): string | undefined {
  const loose = resource as Loose
  for (const element of CONCEPTS) {
    const value = loose[element]
    const text = words((Array.isArray(value) ? value[0] : value) as CodeableConcept | undefined)
    if (text) return text.slice(0, MAX_LABEL)
  }
  for (const element of NAMED) {
    const value = loose[element]
    const display = ((Array.isArray(value) ? value[0] : value) as Reference | undefined)?.display
    if (typeof display === 'string' && display) return display.slice(0, MAX_LABEL)
  }
  for (const element of TEXTS) {
    const value = loose[element]
    const first = (Array.isArray(value) ? value[0] : value) as
      | string
      | { name?: unknown; text?: unknown }
      | undefined
    const plain = typeof first === 'object' ? (first?.name ?? first?.text) : first
    if (typeof plain === 'string' && plain.trim()) return plain.trim().slice(0, MAX_LABEL)
  }
  return undefined
}

const DATES = [
  'effectiveDateTime',
  'effectiveInstant',
  'performedDateTime',
  'occurrenceDateTime',
  'onsetDateTime',
  'authoredOn',
  'recordedDate',
  'authored',
  'date',
  'dateTime',
  'issued',
  'started',
  'start',
  'sent',
  'created',
  'collectedDateTime',
  'whenHandedOver',
  'statusDate',
  'startDate',
  'recorded',
  'manufactureDate',
] as const
const PERIODS = [
  'effectivePeriod',
  'performedPeriod',
  'occurrencePeriod',
  'onsetPeriod',
  'period',
  'billablePeriod',
  'actualPeriod',
] as const

/** When what the resource tells of happened, as FHIR wrote it (date or date and time); for sorting a list. */
export function dateOf(resource: Resource): string | undefined {
  const loose = resource as Loose
  for (const element of DATES) if (typeof loose[element] === 'string') return loose[element] as string
  for (const element of PERIODS) {
    const period = loose[element] as { start?: unknown; end?: unknown } | undefined
    const day = period?.start ?? period?.end
    if (typeof day === 'string') return day
  }
  return resource.meta?.lastUpdated
}
