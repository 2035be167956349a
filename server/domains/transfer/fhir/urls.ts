/** Systems and extensions of FHIR R4 and US Core that the mapping knows, and Wellkeep's own. */
export const SSN_SYSTEM = 'http://hl7.org/fhir/sid/us-ssn'
export const IDENTIFIER_TYPES = 'http://terminology.hl7.org/CodeSystem/v2-0203'
export const CONTACT_ROLES = 'http://terminology.hl7.org/CodeSystem/v2-0131'
export const ROLE_CODES = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'
export const LANGUAGES = 'urn:ietf:bcp:47'
export const US_CORE_RACE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race'
export const US_CORE_ETHNICITY = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity'
export const US_CORE_GENDER_IDENTITY =
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity'
export const GENDER_IDENTITY = 'http://hl7.org/fhir/StructureDefinition/patient-genderIdentity'

/** What FHIR has no element for travels in string extensions under this address. */
export const OWN = 'https://wellkeep.dev/fhir/StructureDefinition/'
