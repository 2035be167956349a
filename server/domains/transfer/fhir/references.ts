import { typeCode } from './identifiers.ts'
import type { Reference, Resource } from './types.ts'

/**
 * A key is a string by which one resource may be found from another: `ref|Patient/17`, `url|urn:uuid:...`,
 * `id|Patient|system|value`. The importer turns keys into blind index tokens and never stores them as they are.
 */
export type Key = string

const LITERAL = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/
const CONDITIONAL = /(?:^|\/)([A-Z][A-Za-z]+)\?(?:.*&)?identifier=([^&]+)/
const MAX_KEY = 600

/** All keys under which others may refer to this resource. */
export function ownKeys(resource: Resource, fullUrl?: string): Key[] {
  const keys: Key[] = []
  if (resource.id) keys.push(`ref|${resource.resourceType}/${resource.id}`)
  if (fullUrl) keys.push(`url|${fullUrl}`)
  if (Array.isArray(resource.identifier)) {
    for (const { system, value } of resource.identifier) {
      if (system && value) keys.push(`id|${resource.resourceType}|${system}|${value}`)
    }
  }
  return keys.filter((key) => key.length <= MAX_KEY)
}

/**
 * The keys to look a reference up by, the surest first: relative (`Patient/17`), absolute, `urn:uuid:`,
 * conditional (`Patient?identifier=system|value`), logical (`identifier`), and contained (`#p`).
 * @param type what the element refers to, where the reference itself does not say
 */
export function referenceKeys(reference: Reference | undefined, type: string, from?: Resource): Key[] {
  if (!reference) return []
  const keys: Key[] = []
  const to = reference.reference
  if (to?.startsWith('#')) {
    const inner = from?.contained?.find((r) => r.id === to.slice(1))
    if (inner?.resourceType === type) keys.push(...ownKeys(inner).filter((key) => key.startsWith('id|')))
  } else if (to) keys.push(...stringKeys(to))
  const { system, value } = reference.identifier ?? {}
  if (system && value) keys.push(`id|${type}|${system}|${value}`)
  return keys.filter((key) => key.length <= MAX_KEY)
}

function stringKeys(to: string): Key[] {
  const conditional = CONDITIONAL.exec(to)
  if (conditional) return [`id|${conditional[1]}|${decode(conditional[2]!)}`]
  const literal = LITERAL.exec(to)
  const relative = literal ? [`ref|${literal[1]}/${literal[2]}`] : []
  return /^[a-z]+:/i.test(to) ? [`url|${to}`, ...relative] : relative
}

/** The resource type that a reference names, where it does. */
export function referenceType(reference: Reference): string | undefined {
  const to = reference.reference ?? ''
  return CONDITIONAL.exec(to)?.[1] ?? LITERAL.exec(to)?.[1] ?? reference.type
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Types of identifiers (HL7 v2 table 0203) that name one person or organization within their system. */
const IDENTIFYING = new Set(['MR', 'PI', 'PT', 'RI', 'PN', 'NPI', 'XX'])

/**
 * The keys that are good enough to say "this is the one we have already", in another import as well: identifiers
 * of the source system, UUIDs, and web addresses. Not: short ids such as `Patient/17`, which every server gives
 * out anew; member numbers, which families share; Social Security numbers, which have rules of their own.
 */
export function lastingKeys(resource: Resource, fullUrl?: string): Key[] {
  const type = resource.resourceType
  const keys: Key[] = []
  for (const identifier of resource.identifier ?? []) {
    const code = typeCode(identifier)
    if (!identifier.system || !identifier.value || (code !== undefined && !IDENTIFYING.has(code))) continue
    if (identifier.type && code === undefined && identifier.type.coding?.length) continue
    keys.push(`id|${type}|${identifier.system}|${identifier.value}`)
  }
  if (resource.id && UUID.test(resource.id)) keys.push(`ref|${type}/${resource.id.toLowerCase()}`)
  if (fullUrl && /^https?:\/\//.test(fullUrl)) keys.push(`url|${fullUrl}`)
  return keys.filter((key) => key.length <= MAX_KEY)
}
