import type { RecordClasses } from '../record.ts'
import type { CodeableConcept, Extension, Resource } from './types.ts'
import { OWN } from './urls.ts'

/** The record's fields that FHIR has no element for, and the last part of the extension that carries each. */
const CARRIED = [
  ['contact', 'preferredContact', 'preferred-contact'],
  ['demographic', 'tags', 'tag'],
  ['clinical', 'summary', 'clinical-summary'],
  ['financial', 'payer', 'payer'],
  ['financial', 'plan', 'plan'],
  ['financial', 'summary', 'financial-summary'],
] as const

type Loose = Record<string, Record<string, unknown> | undefined>

export const extensionOf = (
  resource: { extension?: Extension[] },
  ...urls: string[]
): Extension | undefined => resource.extension?.find((e) => urls.includes(e.url))

/** Puts what our own extensions say into the record. */
export function readCarried(resource: Resource, record: RecordClasses): void {
  const loose = record as Loose
  for (const [className, field, name] of CARRIED) {
    const values = (resource.extension ?? []).filter((e) => e.url === OWN + name).map((e) => e.valueString)
    const present = values.filter((v) => v !== undefined)
    if (present.length === 0) continue
    loose[className] ??= className === 'demographic' ? { tags: [] } : {}
    loose[className]![field] = field === 'tags' ? present : present[0]
  }
}

/** The extensions for what the record holds of these fields. */
export function writeCarried(record: RecordClasses): Extension[] {
  return CARRIED.flatMap(([className, field, name]) => {
    const value = (record as Loose)[className]?.[field]
    const values = Array.isArray(value) ? value : [value]
    return values
      .filter(Boolean)
      .map((valueString) => ({ url: OWN + name, valueString: String(valueString) }))
  })
}

/** The words of a concept: its text, else the first display or code. */
export function words(concept: CodeableConcept | undefined): string | undefined {
  const coding = concept?.coding?.find((c) => c.display) ?? concept?.coding?.[0]
  return concept?.text?.trim() || coding?.display?.trim() || coding?.code?.trim() || undefined
}

/** US Core race and ethnicity: the text, or the displays of the categories. */
export function usCoreText(resource: Resource, url: string): string | undefined {
  const parts = extensionOf(resource, url)?.extension ?? []
  const text = parts.find((e) => e.url === 'text')?.valueString?.trim()
  return (
    text ||
    parts
      .map((e) => e.valueCoding?.display)
      .filter(Boolean)
      .join(', ') ||
    undefined
  )
}

export const usCoreExtension = (url: string, text: string): Extension => ({
  url,
  extension: [{ url: 'text', valueString: text }],
})
