/** Problem details (RFC 9457). `type` is stable: programs may rely on it. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  errors?: FieldError[]
  [extension: string]: unknown
}

/** Names the field and what is wrong with it; never repeats the value. */
export interface FieldError {
  field: string
  message: string
}

export const PROBLEM_BASE = 'https://wellkeep.dev/problems/'

export class Problem extends Error {
  readonly status: number
  readonly slug: string
  readonly title: string
  readonly detail: string | undefined
  readonly errors: FieldError[] | undefined
  readonly headers: Record<string, string>
  readonly extra: Record<string, unknown>

  constructor(
    status: number,
    slug: string,
    title: string,
    more: {
      detail?: string
      errors?: FieldError[]
      headers?: Record<string, string>
      extra?: Record<string, unknown>
    } = {},
  ) {
    super(title)
    this.status = status
    this.slug = slug
    this.title = title
    this.detail = more.detail
    this.errors = more.errors
    this.headers = more.headers ?? {}
    this.extra = more.extra ?? {}
  }

  toDocument(instance: string): ProblemDocument {
    return {
      type: PROBLEM_BASE + this.slug,
      title: this.title,
      status: this.status,
      instance,
      ...(this.detail && { detail: this.detail }),
      ...(this.errors && { errors: this.errors }),
      ...this.extra,
    }
  }
}

export const notFound = (what: string) =>
  new Problem(404, 'not-found', `${what} was not found, or you may not see it`)
export const forbidden = (detail: string) => new Problem(403, 'forbidden', 'You may not do this', { detail })
export const unauthenticated = (scheme = 'Bearer') =>
  new Problem(401, 'unauthenticated', 'Sign in first', { headers: { 'www-authenticate': scheme } })
export const invalid = (errors: FieldError[]) =>
  new Problem(422, 'invalid-input', 'Some fields are not right', { errors })
export const conflict = (slug: string, title: string, detail?: string) =>
  new Problem(409, slug, title, detail ? { detail } : {})
export const stale = () =>
  new Problem(412, 'changed-meanwhile', 'Somebody else changed this meanwhile', {
    detail: 'Load it again, then repeat your change.',
  })
