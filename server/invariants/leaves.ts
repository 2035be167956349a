import { sample } from './sample.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema is open
type Schema = any
export type Path = (string | number)[]

/** The places in a JSON schema where text goes, optional ones too. */
export function textPlaces(schema: Schema, path: Path = [], depth = 0): Path[] {
  if (!schema || depth > 8 || schema.const !== undefined) return []
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return choices.flatMap((c: Schema) => textPlaces(c, path, depth + 1))
  if (schema.type === 'object') {
    const named = Object.entries(schema.properties ?? {}).flatMap(([name, of]) =>
      textPlaces(of, [...path, name], depth + 1),
    )
    const open = schema.additionalProperties
    return open && typeof open === 'object'
      ? [...named, ...textPlaces(open, [...path, 'any'], depth + 1)]
      : named
  }
  if (schema.type === 'array') return textPlaces(schema.items, [...path, 0], depth + 1)
  return schema.type === 'string' ? [path] : []
}

/** A body as small as the schema takes it, with `text` at the place. */
export function bodyWith(schema: Schema, path: Path, text: string, ids: (name: string) => string): unknown {
  const [step, ...rest] = path
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) {
    const fits = choices.find((c: Schema) => path.length === 0 || textPlaces(c).some((p) => starts(p, path)))
    const other = schema.allOf ? sample(schema, ids) : {}
    const made = bodyWith(fits, path, text, ids)
    return schema.allOf ? Object.assign({}, other, made) : made
  }
  if (step === undefined) return text
  if (schema.type === 'array') return [bodyWith(schema.items, rest, text, ids)]
  const base = sample(schema, ids) as Record<string, unknown>
  const of = schema.properties?.[step] ?? schema.additionalProperties
  return { ...base, [step]: bodyWith(of, rest, text, ids) }
}

const starts = (whole: Path, part: Path) => part.every((step, i) => whole[i] === step)
