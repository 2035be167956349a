import { TransferError } from '../problem.ts'

type Other = 'DSTU2' | 'STU3' | 'R5'

/** Elements that R4 does not have in these types, and which other release they betray. */
export const MARKS: Record<string, Partial<Record<Other, string[]>>> = {
  Patient: { STU3: ['animal'] },
  Condition: { STU3: ['assertedDate'], DSTU2: ['dateRecorded', 'patient'], R5: ['participant'] },
  Encounter: { R5: ['actualPeriod', 'admission', 'plannedStartDate', 'virtualService'] },
  MedicationRequest: { R5: ['medication', 'effectiveDosePeriod', 'device'] },
  MedicationStatement: { STU3: ['taken'], R5: ['medication', 'adherence'], DSTU2: ['wasNotTaken'] },
  MedicationAdministration: {
    STU3: ['notGiven'],
    DSTU2: ['wasNotGiven'],
    R5: ['medication', 'occurencePeriod'],
  },
  MedicationDispense: { R5: ['medication', 'recorded'] },
  Procedure: {
    STU3: ['notDone', 'definition'],
    DSTU2: ['notPerformed'],
    R5: ['occurrenceDateTime', 'recorded'],
  },
  Immunization: {
    STU3: ['notGiven'],
    DSTU2: ['wasNotGiven', 'reported'],
    R5: ['basedOn', 'informationSource'],
  },
  AllergyIntolerance: { STU3: ['assertedDate'], DSTU2: ['substance', 'lastOccurence'], R5: ['participant'] },
  DocumentReference: { STU3: ['indexed', 'class'], R5: ['version', 'modality', 'bodySite', 'facilityType'] },
  DiagnosticReport: { R5: ['note', 'composition', 'supportingInfo'] },
  Observation: {
    STU3: ['comment', 'related'],
    DSTU2: ['comments'],
    R5: ['triggeredBy', 'instantiatesCanonical'],
  },
  Coverage: { STU3: ['grouping'], R5: ['kind', 'insurer', 'paymentBy', 'insurancePlan'] },
  Device: { STU3: ['udi', 'model'], R5: ['displayName', 'name', 'biologicalSourceEvent'] },
  Organization: { R5: ['description', 'qualification'] },
  Location: { R5: ['contact', 'characteristic'] },
  PractitionerRole: { R5: ['contact', 'characteristic', 'communication'] },
}

/** Types that R4 dropped or does not have yet. */
export const FOREIGN_TYPES: Record<string, Other> = {
  Conformance: 'DSTU2',
  DiagnosticOrder: 'DSTU2',
  MedicationOrder: 'DSTU2',
  BodySite: 'DSTU2',
  ProcedureRequest: 'STU3',
  ReferralRequest: 'STU3',
  EligibilityRequest: 'STU3',
  Sequence: 'STU3',
  ActorDefinition: 'R5',
  BiologicallyDerivedProductDispense: 'R5',
  ConditionDefinition: 'R5',
  DeviceAssociation: 'R5',
  DeviceDispense: 'R5',
  DeviceUsage: 'R5',
  EncounterHistory: 'R5',
  FormularyItem: 'R5',
  GenomicStudy: 'R5',
  ImagingSelection: 'R5',
  InventoryItem: 'R5',
  NutritionIntake: 'R5',
  Permission: 'R5',
  RequestOrchestration: 'R5',
  SubscriptionTopic: 'R5',
  Transport: 'R5',
}

const NAMES: Record<string, string> = {
  '0': 'DSTU2',
  '1': 'DSTU2',
  '3': 'STU3',
  '4': 'R4',
  '5': 'R5',
  '6': 'R6',
}

/** The release that a version number such as `4.0.1` belongs to; R4B (4.3) is not R4. */
function releaseOf(version: string): string {
  if (/^4\.[13]/.test(version)) return 'R4B'
  return NAMES[version.charAt(0)] ?? 'unknown'
}

const refusal = (release: string, row?: number) =>
  new TransferError('fhir-version', `This is FHIR ${release}. Wellkeep imports FHIR R4 (4.0.1).`, row)

/**
 * Refuses a resource of another FHIR release, going by a declared `fhirVersion`, the versioned core profiles it
 * claims, resource types, and elements that only the other release has. Patient and many others look alike in
 * all releases, and pass.
 * @throws TransferError `fhir-version`
 */
export function refuseOtherRelease(resource: Record<string, unknown>, row: number): void {
  const type = String(resource.resourceType)
  const foreign = Object.hasOwn(FOREIGN_TYPES, type) ? FOREIGN_TYPES[type] : undefined
  if (foreign) throw refusal(foreign, row)
  if (type === 'CapabilityStatement' && typeof resource.fhirVersion === 'string') {
    const release = releaseOf(resource.fhirVersion)
    if (release !== 'R4') throw refusal(release, row)
  }
  const claimed = claimedRelease(resource.meta)
  if (claimed) throw refusal(claimed, row)
  const marks = Object.hasOwn(MARKS, type) ? MARKS[type]! : {}
  for (const [release, elements] of Object.entries(marks)) {
    if (elements.some((element) => Object.hasOwn(resource, element))) throw refusal(release, row)
  }
}

/** `http://hl7.org/fhir/5.0/...` and `http://hl7.org/fhir/StructureDefinition/Patient|5.0.0`. */
function claimedRelease(meta: unknown): string | undefined {
  const profiles = (meta as { profile?: unknown } | undefined)?.profile
  if (!Array.isArray(profiles)) return undefined
  for (const profile of profiles) {
    if (typeof profile !== 'string') continue
    const m = /^http:\/\/hl7\.org\/fhir\/(?:(\d\.\d)\/|StructureDefinition\/[A-Za-z]+\|(\d+\.\d+))/.exec(
      profile,
    )
    const release = m ? releaseOf((m[1] ?? m[2])!) : 'R4'
    if (release !== 'R4' && release !== 'unknown') return release
  }
  return undefined
}

/**
 * Refuses a declared media type that names another release (`application/fhir+json; fhirVersion=5.0`).
 * @throws TransferError `fhir-version`, or `xml-file` for FHIR XML
 */
export function refuseMediaType(contentType: string): void {
  if (/\bxml\b/i.test(contentType)) {
    throw new TransferError('xml-file', 'Wellkeep imports FHIR R4 as JSON (a Bundle or NDJSON), not as XML.')
  }
  const version = /fhirVersion\s*=\s*"?(\d+\.\d+)/i.exec(contentType)?.[1]
  if (version && releaseOf(version) !== 'R4') throw refusal(releaseOf(version))
}
