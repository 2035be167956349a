/**
 * Makes `server/domains/transfer/fhir/r4-elements.json` from HL7's JSON schema of FHIR R4 (`fhir.schema.json`
 * inside https://hl7.org/fhir/R4/fhir.schema.json.zip; FHIR is published under CC0). Run it only to rebuild the
 * table: `node scripts/fhir-elements.ts fhir.schema.json`.
 *
 * Each type becomes `{ e: { element: code }, r: required[] }`, where a code is a type name, `=a|b|c` for a closed
 * list of codes, with a `*` in front where the element repeats. `_element` companions are implied.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Property = {
  $ref?: string
  enum?: string[]
  const?: string
  type?: string
  items?: Property
  pattern?: string
}
type Definition = {
  properties?: Record<string, Property>
  required?: string[]
  type?: string
  oneOf?: Property[]
}

const source = process.argv[2]
if (!source) throw new Error('Name the fhir.schema.json to read.')
const schema = JSON.parse(readFileSync(source, 'utf8')) as { definitions: Record<string, Definition> }

/** HL7's schema writes the choice elements' primitives inline, by pattern; the name tells the type. */
const INLINE = [
  'Base64Binary',
  'Boolean',
  'Canonical',
  'Code',
  'DateTime',
  'Date',
  'Decimal',
  'Id',
  'Instant',
  'Integer',
  'Markdown',
  'Oid',
  'PositiveInt',
  'String',
  'Time',
  'UnsignedInt',
  'Uri',
  'Url',
  'Uuid',
]

function code(name: string, property: Property): string {
  if (property.items) return `*${code(name, property.items)}`
  if (property.enum) return `=${property.enum.join('|')}`
  if (property.$ref) return property.$ref.replace('#/definitions/', '')
  const inline = INLINE.find((type) => name.endsWith(type))
  if (inline) return inline.charAt(0).toLowerCase() + inline.slice(1)
  if (property.type === 'string' || property.type === 'number' || property.type === 'boolean')
    return property.type
  return 'any'
}

const table: Record<string, { e: Record<string, string>; r?: string[] }> = {}
for (const [name, definition] of Object.entries(schema.definitions)) {
  if (!definition.properties) continue
  const e: Record<string, string> = {}
  for (const [element, property] of Object.entries(definition.properties)) {
    if (element === 'resourceType' || element.startsWith('_')) continue
    e[element] = code(element, property)
  }
  const r = (definition.required ?? []).filter((element) => element !== 'resourceType')
  table[name] = r.length > 0 ? { e, r } : { e }
}
const resources = (schema.definitions.ResourceList?.oneOf ?? []).map((p) =>
  p.$ref!.replace('#/definitions/', ''),
)
const target = new URL('../server/domains/transfer/fhir/r4-elements.json', import.meta.url)
writeFileSync(target, `${JSON.stringify({ resources, types: table })}\n`)
