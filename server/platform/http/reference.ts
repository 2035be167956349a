// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document is open
type Json = any

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const esc = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (c) => ESCAPES[c]!)
const MOST_DEPTH = 4

/** A JSON schema as people read types: `{ name: string, tags?: string[] }`. */
export function typeText(schema: Json, depth = 0): string {
  if (!schema) return 'unknown'
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((v: unknown) => JSON.stringify(v)).join(' | ')
  const any = schema.anyOf ?? schema.oneOf
  if (any) return any.map((s: Json) => typeText(s, depth)).join(' | ')
  if (schema.type === 'array') return `${typeText(schema.items, depth)}[]`
  if (schema.type !== 'object' || !schema.properties)
    return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? 'unknown')
  if (depth >= MOST_DEPTH) return '{ … }'
  const pad = '  '.repeat(depth + 1)
  const lines = Object.entries(schema.properties).map(
    ([name, s]) => `${pad}${name}${schema.required?.includes(name) ? '' : '?'}: ${typeText(s, depth + 1)}`,
  )
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

function operation(path: string, method: string, op: Json): string {
  const parameters = op.parameters
    .map(
      (p: Json) =>
        `<li><code>${esc(p.name)}</code> in ${esc(p.in)}${p.required ? '' : ', optional'}: ${esc(typeText(p.schema))}</li>`,
    )
    .join('')
  const body = op.requestBody?.content
  const answer = (Object.entries(op.responses) as [string, Json][]).find(([status]) => status !== 'default')!
  const shown = (content: Json) =>
    content
      ? Object.entries(content)
          .map(([type, c]: [string, Json]) => `<p>${esc(type)}</p><pre>${esc(typeText(c.schema))}</pre>`)
          .join('')
      : ''
  return `<details id="${esc(op.operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${esc(path)}</code> <span>${esc(op.summary)}</span></summary>
<p>${esc(op.description).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>
${parameters ? `<h4>Parameters</h4><ul>${parameters}</ul>` : ''}${body ? `<h4>Body</h4>${shown(body)}` : ''}
<h4>Answer ${esc(answer[0])}</h4>${shown(answer[1].content) || '<p>Nothing.</p>'}</details>`
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:960px;margin:0 auto;padding:24px 16px;color:#1b211f;background:#fff}
h2{margin-top:2em;text-transform:capitalize}details{border:1px solid #d5dbd8;border-radius:10px;margin:8px 0;padding:10px 14px}summary{cursor:pointer}
summary b{display:inline-block;min-width:64px}summary span{color:#50605a;margin-left:8px}pre{background:#f3f5f4;padding:12px;border-radius:8px;overflow-x:auto}
code{font-family:ui-monospace,monospace}@media(prefers-color-scheme:dark){body{background:#151a19;color:#e6ebe9}details{border-color:#39423f}pre{background:#1f2624}summary span{color:#a7b3ae}}`

/** The API's description as a page without script: every route by its group, what it takes, needs and answers. */
export function referencePage(document: Json): string {
  const groups = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(document.paths) as [string, Json][])
    for (const [method, op] of Object.entries(methods) as [string, Json][])
      groups.set(op.tags[0], [...(groups.get(op.tags[0]) ?? []), operation(path, method, op)])
  const sections = [...groups].map(
    ([tag, ops]) => `<section><h2 id="${esc(tag)}">${esc(tag)}</h2>${ops.join('')}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Wellkeep API</title><style>${STYLE}</style></head>
<body><main><h1>Wellkeep API</h1>
<p>Everything the web app does, a program can do with a service token: <code>Authorization: Bearer wkt_…</code>. Errors are problem documents (RFC 9457).
A change of a client names the version it changes as <code>If-Match</code>; a create may carry an <code>Idempotency-Key</code>.
The same in OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<nav><p>${[...groups.keys()].map((t) => `<a href="#${esc(t)}">${esc(t)}</a>`).join(' · ')}</p></nav>${sections.join('')}</main></body></html>`
}
