import { isR4Resource, r4 } from './elements.ts'
import { PRIMITIVES } from './primitives.ts'

/** Deeper nesting than any real record has; hostile files stop here instead of at the end of the stack. */
const MAX_DEPTH = 64

export type Validation = {
  /** The first thing that breaks the FHIR R4 definitions: an element path and why, without the value. */
  error?: { path: string; reason: string }
  /** The first element that R4 does not define. Systems add their own; it is kept and only remarked on. */
  unknown?: string
}

/**
 * Checks a resource against HL7's element definitions of FHIR R4: known elements, their types, which repeat,
 * closed code lists, required elements; contained resources too. Terminology and invariants are not checked.
 */
export function validate(resource: object): Validation {
  const type = (resource as { resourceType?: unknown }).resourceType
  if (typeof type !== 'string') return { error: { path: 'resourceType', reason: 'is missing' } }
  if (!isR4Resource(type))
    return { error: { path: 'resourceType', reason: 'is not a resource type of FHIR R4' } }
  const found: Validation = {}
  complex(resource as Record<string, unknown>, type, type, 0, found)
  return found
}

/** Walks one object; stops at the first error. */
function complex(value: unknown, type: string, path: string, depth: number, found: Validation): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    found.error = { path, reason: 'should be an object' }
    return
  }
  if (depth > MAX_DEPTH) {
    found.error = { path, reason: `is nested more than ${MAX_DEPTH} deep` }
    return
  }
  const elements = r4().types.get(type)!
  for (const [name, child] of Object.entries(value)) {
    if (name === 'resourceType' && depth === 0) continue
    const companion = name.charCodeAt(0) === 95
    const code = elements.get(companion ? name.slice(1) : name)
    if (code === undefined) found.unknown ??= `${path}.${safeName(name)}`
    else if (companion)
      element(child, code.startsWith('*') ? '*Element' : 'Element', `${path}.${name}`, depth, found)
    else element(child, code, `${path}.${name}`, depth, found)
    if (found.error) return
  }
  for (const name of r4().required.get(type) ?? []) {
    if (!(name in value) && !(`_${name}` in value)) {
      found.error = { path: `${path}.${name}`, reason: 'is missing' }
      return
    }
  }
}

function element(value: unknown, code: string, path: string, depth: number, found: Validation): void {
  if (!code.startsWith('*')) {
    if (Array.isArray(value)) found.error = { path, reason: 'should not be a list' }
    else single(value, code, path, depth, found)
    return
  }
  if (!Array.isArray(value)) {
    found.error = { path, reason: 'should be a list' }
    return
  }
  const type = code.slice(1)
  for (let i = 0; i < value.length && !found.error; i++) {
    // In lists of primitives null stands where only the companion list has something to say.
    if (value[i] === null && (type === 'Element' || PRIMITIVES.has(type))) continue
    single(value[i], type, `${path}[${i}]`, depth, found)
  }
}

function single(value: unknown, code: string, path: string, depth: number, found: Validation): void {
  const fits = PRIMITIVES.get(code)
  if (fits) {
    if (!fits(value)) found.error = { path, reason: `is not a valid ${code}` }
  } else if (code.startsWith('=')) {
    if (typeof value !== 'string' || !code.slice(1).split('|').includes(value)) {
      found.error = { path, reason: 'is not one of the codes that FHIR R4 allows here' }
    }
  } else if (code === 'ResourceList') contained(value, path, depth, found)
  else complex(value, code, path, depth + 1, found)
}

function contained(value: unknown, path: string, depth: number, found: Validation): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) {
    found.error = { path, reason: 'should be a resource' }
    return
  }
  const inner = validate(value)
  if (inner.error) found.error = { path: `${path}.${inner.error.path}`, reason: inner.error.reason }
  if (inner.unknown) found.unknown ??= `${path}.${inner.unknown}`
}

/** Element names are schema words; anything else in their place might be data, and is not repeated. */
const safeName = (name: string): string => (/^_?[A-Za-z][A-Za-z0-9]{0,63}$/.test(name) ? name : '(unnamed)')
