/** What the server answers when it refuses (RFC 9457), as an error that pages can show and forms can map. */
export class ApiProblem extends Error {
  readonly status: number
  /** The last part of the problem's `type`, such as `invalid-input`; `unreachable` when no answer came. */
  readonly slug: string
  readonly title: string
  readonly detail: string | undefined
  readonly errors: FieldError[]
  readonly extra: Record<string, unknown>

  constructor(document: ProblemDocument) {
    super(document.title)
    const { type, title, status, detail, errors, ...extra } = document
    this.name = 'ApiProblem'
    this.status = status
    this.slug = type.slice(type.lastIndexOf('/') + 1)
    this.title = title
    this.detail = detail
    this.errors = errors ?? []
    this.extra = extra
  }
}

export interface FieldError {
  field: string
  message: string
}

export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail?: string
  errors?: FieldError[]
  [extension: string]: unknown
}

/** Reads a refusal, whatever came: a problem document, or a proxy's own page. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const document: unknown = await response.json().catch(() => undefined)
  if (isProblem(document)) return new ApiProblem(document)
  return new ApiProblem({
    type: 'about:blank/unexpected',
    title: response.status >= 500 ? 'The server could not answer' : 'The request was refused',
    status: response.status,
  })
}

export const unreachable = (): ApiProblem =>
  new ApiProblem({
    type: 'about:blank/unreachable',
    title: 'The server can’t be reached',
    status: 0,
    detail: 'Check the connection. Nothing was changed.',
  })

/** One sentence for any error, for a notification. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'Something went wrong on this page.'
  if (error.errors.length === 1 && !error.detail) return `${error.title}: ${fieldSentence(error.errors[0]!)}`
  return [error.title, error.detail].filter(Boolean).join('. ')
}

/**
 * Messages per form field. `rename` maps the API's names to the form's, as in `{ 'policy.password.minLength': 'minLength' }`.
 * A server's path into a list (`roleIds.0`) counts for the list's own field too.
 */
export function fieldErrors(error: unknown, rename: Record<string, string> = {}): Record<string, string> {
  const out: Record<string, string> = {}
  if (!(error instanceof ApiProblem)) return out
  for (const { field, message } of error.errors) {
    const name = rename[field] ?? field
    out[name] ??= sentence(message)
    const parent = name.replace(/(\.\d+)+$/, '')
    out[parent] ??= sentence(message)
  }
  return out
}

const fieldSentence = (e: FieldError): string => `${e.field} ${e.message}`

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1)
}

function isProblem(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' && value !== null && 'type' in value && 'title' in value && 'status' in value
  )
}
