// biome-ignore lint/suspicious/noExplicitAny: JSON Schema is open
type Schema = any

/** The least value that a JSON schema takes, so that a request reaches the rules behind its validation. */
export function sample(schema: Schema, ids: (name: string) => string, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf ?? schema.oneOf) return sample((schema.anyOf ?? schema.oneOf)[0], ids, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((s: Schema) => sample(s, ids, name)))
  switch (schema.type) {
    case 'object': {
      const out: Record<string, unknown> = {}
      for (const key of schema.required ?? []) out[key] = sample(schema.properties?.[key] ?? {}, ids, key)
      return out
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, ids, name))
    case 'integer':
    case 'number':
      return schema.minimum ?? schema.exclusiveMinimum ?? 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return text(schema, ids, name)
  }
}

function text(schema: Schema, ids: (name: string) => string, name: string): string {
  if (schema.format === 'uuid') return ids(name)
  if (schema.format === 'email') return 'sample@example.test'
  if (schema.format === 'date-time') return new Date(Date.now() + 3_600_000).toISOString()
  if (schema.format === 'date') return '2030-01-31'
  return 'sample text that is long enough'.slice(
    0,
    Math.max(schema.minLength ?? 8, Math.min(schema.maxLength ?? 8, 31)),
  )
}
