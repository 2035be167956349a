import { readFileSync } from 'node:fs'

/** The elements of one FHIR R4 type: element name to type code (see `scripts/fhir-elements.ts`). */
export type TypeElements = { e: Record<string, string>; r?: string[] }

type Table = {
  resources: Set<string>
  types: Map<string, Map<string, string>>
  required: Map<string, string[]>
}

let table: Table | undefined

/** HL7's element definitions of FHIR R4 (4.0.1), read on first use. */
export function r4(): Table {
  if (table) return table
  const path = new URL('./r4-elements.json', import.meta.url)
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    resources: string[]
    types: Record<string, TypeElements>
  }
  const types = new Map<string, Map<string, string>>()
  const required = new Map<string, string[]>()
  for (const [name, { e, r }] of Object.entries(file.types)) {
    types.set(name, new Map(Object.entries(e)))
    if (r) required.set(name, r)
  }
  table = { resources: new Set(file.resources), types, required }
  return table
}

/** True for the 146 resource types of FHIR R4. */
export const isR4Resource = (type: string): boolean => r4().resources.has(type)
