/** The parts of FHIR R4's types that are mapped; the validator has checked the shapes before they are used. */
export type Coding = { system?: string; code?: string; display?: string }
export type CodeableConcept = { coding?: Coding[]; text?: string }
export type Extension = {
  url: string
  extension?: Extension[]
  valueString?: string
  valueCode?: string
  valueCoding?: Coding
  valueCodeableConcept?: CodeableConcept
  valueAddress?: FhirAddress
  valueBoolean?: boolean
}
export type FhirName = {
  use?: string
  text?: string
  family?: string
  given?: (string | null)[]
  prefix?: (string | null)[]
  suffix?: (string | null)[]
}
export type ContactPoint = { system?: string; value?: string; use?: string }
export type FhirAddress = {
  use?: string
  text?: string
  line?: (string | null)[]
  city?: string
  state?: string
  postalCode?: string
  country?: string
}
export type Identifier = {
  type?: CodeableConcept
  system?: string
  value?: string
  assigner?: { display?: string }
}
export type Reference = { reference?: string; type?: string; identifier?: Identifier; display?: string }

export type Resource = {
  resourceType: string
  id?: string
  meta?: { lastUpdated?: string }
  identifier?: Identifier[]
  extension?: Extension[]
  contained?: Resource[]
}
export type PatientContact = {
  relationship?: CodeableConcept[]
  name?: FhirName
  telecom?: ContactPoint[]
  address?: FhirAddress
  extension?: Extension[]
}
export type Patient = Resource & {
  name?: FhirName[]
  telecom?: ContactPoint[]
  gender?: 'male' | 'female' | 'other' | 'unknown'
  birthDate?: string
  deceasedBoolean?: boolean
  deceasedDateTime?: string
  address?: FhirAddress[]
  maritalStatus?: CodeableConcept
  communication?: { language: CodeableConcept; preferred?: boolean }[]
  contact?: PatientContact[]
}
export type OrganizationContact = {
  purpose?: CodeableConcept
  name?: FhirName
  telecom?: ContactPoint[]
  address?: FhirAddress
  extension?: Extension[]
}
export type Organization = Resource & {
  name?: string
  telecom?: ContactPoint[]
  address?: FhirAddress[]
  contact?: OrganizationContact[]
}
export type RelatedPerson = Resource & {
  patient: Reference
  relationship?: CodeableConcept[]
  name?: FhirName[]
  telecom?: ContactPoint[]
  address?: FhirAddress[]
}
export type Practitioner = Resource & { name?: FhirName[]; telecom?: ContactPoint[]; address?: FhirAddress[] }
export type PractitionerRole = Resource & {
  practitioner?: Reference
  organization?: Reference
  code?: CodeableConcept[]
  specialty?: CodeableConcept[]
  telecom?: ContactPoint[]
}
