import { TransferError } from '../problem.ts'
import { FIELD_NAMES, IMPORT_FIELDS, normaliseHeader } from './fields.ts'

/** For each column, in the order of the file, the field it goes to; null leaves the column out. */
export type Mapping = (string | null)[]

const BY_SYNONYM = new Map<string, string>()
for (const field of IMPORT_FIELDS) {
  for (const synonym of field.synonyms) if (!BY_SYNONYM.has(synonym)) BY_SYNONYM.set(synonym, field.name)
}

const WRAPPERS =
  /^(patient|pt|client|person|member|primary|current|legal|the|resident) | (number|no|code|value|text|field)$/g

/** Hints of last resort, tried in order against the normalised header. */
const HINTS: [RegExp, string][] = [
  [/\b(emergency|next of kin)\b.*\b(phone|tel|number)\b/, 'emergencyPhone'],
  [/\b(emergency|next of kin)\b.*\brelation/, 'emergencyRelationship'],
  [/\b(guardian|parent|guarantor)\b.*\b(phone|tel)\b/, 'guardianPhone'],
  [/\b(guardian|parent|guarantor)\b.*\bmail\b/, 'guardianEmail'],
  [/\b(emergency|guardian|parent|guarantor|provider|doctor|physician|employer|referring|spouse)\b/, ''],
  [/\b(birth|dob)\b/, 'birthDate'],
  [/\b(ssn|social security)\b/, 'ssn'],
  [/\b(mrn|medical record|chart)\b/, 'mrn'],
  [/\b(member|subscriber|policy)\b.*\b(id|number)\b/, 'memberId'],
  [/\b(zip|postal|postcode)\b/, 'postalCode'],
  [/\b(last|family|sur) ?name\b/, 'family'],
  [/\b(first|given|fore) ?name\b/, 'given'],
  [/\bmiddle\b/, 'middle'],
  [/\bfax\b/, 'fax'],
  [/\b(cell|mobile)\b/, 'phoneMobile'],
  [/\bhome\b.*\b(phone|tel)/, 'phoneHome'],
  [/\bwork\b.*\b(phone|tel)/, 'phoneWork'],
  [/\b(phone|telephone)\b/, 'phone'],
  [/\be ?mail\b/, 'email'],
  [/\b(street|address)\b/, 'addressLine1'],
  [/\bcity\b/, 'city'],
  [/\bstate\b/, 'state'],
  [/\blanguage\b/, 'language'],
  [/\b(insurance|payer|payor)\b/, 'payer'],
]

/** The surest reading of one header: the field and how sure (3 exact, 2 without wrapping words, 1 a hint). */
function read(header: string): { field: string; sure: number } | undefined {
  const name = normaliseHeader(header)
  const exact = BY_SYNONYM.get(name)
  if (exact) return { field: exact, sure: 3 }
  const bare = BY_SYNONYM.get(name.replace(WRAPPERS, '').replace(WRAPPERS, '').trim())
  if (bare) return { field: bare, sure: 2 }
  const field = HINTS.find(([pattern]) => pattern.test(name))?.[1]
  return field ? { field, sure: 1 } : undefined
}

/** Suggests a field for each header. No field is given twice: the surest column has it, then the first. */
export function guessMapping(headers: string[]): Mapping {
  const guesses = headers.map(read)
  const best = new Map<string, number>()
  guesses.forEach((guess, column) => {
    if (!guess) return
    const rival = best.get(guess.field)
    if (rival === undefined || guess.sure > guesses[rival]!.sure) best.set(guess.field, column)
  })
  return guesses.map((guess, column) => (guess && best.get(guess.field) === column ? guess.field : null))
}

/** What keeps a mapping from being used; empty when nothing does. */
export function checkMapping(mapping: Mapping, columns: number): string[] {
  const problems: string[] = []
  const used = new Set<string>()
  if (mapping.length > columns)
    problems.push(`The mapping names ${mapping.length} columns; the file has ${columns}.`)
  for (const field of mapping) {
    if (field === null) continue
    if (!FIELD_NAMES.has(field)) problems.push('The mapping names a field that does not exist.')
    else if (used.has(field)) problems.push(`Two columns are mapped to ${field}.`)
    used.add(field)
  }
  if (!['fullName', 'family', 'given', 'organisationName'].some((field) => used.has(field))) {
    problems.push('Map at least one column to a name: full name, last name, first name or organisation name.')
  }
  return problems
}

/**
 * A mapping given as `header=field` pairs (the command line's `--map`), over what is guessed for the rest.
 * `header=` leaves that column out.
 * @throws TransferError `bad-mapping` naming the header or field that is not there
 */
export function overrideMapping(headers: string[], pairs: Record<string, string>): Mapping {
  const mapping = guessMapping(headers)
  for (const [header, field] of Object.entries(pairs)) {
    const column = headers.findIndex((h) => normaliseHeader(h) === normaliseHeader(header))
    if (column < 0) throw new TransferError('bad-mapping', `The file has no column named "${header}".`)
    if (field !== '' && !FIELD_NAMES.has(field)) {
      throw new TransferError('bad-mapping', `There is no import field named "${field}".`)
    }
    const rival = field === '' ? -1 : mapping.indexOf(field)
    if (rival >= 0) mapping[rival] = null
    mapping[column] = field === '' ? null : field
  }
  return mapping
}
