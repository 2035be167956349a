/**
 * What the API takes and gives, by hand. The one place to replace by `schema.gen.ts` (made by `npm run generate`
 * from the server's OpenAPI document): pages use the names exported here.
 */

export type FieldClass = 'contact' | 'demographic' | 'identifier' | 'clinical' | 'financial' | 'note'
export type ClassAccess = 'read' | 'write'
export interface Named {
  id: string
  name: string
}
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

export type Stage = 'full' | 'totp' | 'enrol-totp' | 'change-password'
export type Next = 'totp' | 'enrol-totp' | 'change-password' | 'done'

export interface Session {
  user: { id: string; email: string; displayName: string }
  organization: Named
  roles: Named[]
  permissions: string[]
  fieldClasses: Partial<Record<FieldClass, ClassAccess>>
  csrfToken: string
  idleExpiresAt: string
  absoluteExpiresAt: string
  mfa: boolean
  stage: Stage
}

export interface PasswordPolicy {
  minLength: number
  requireUpper: boolean
  requireLower: boolean
  requireDigit: boolean
  requireSymbol: boolean
  history: number
  maxAgeDays: number | null
}

export interface Organization extends Named {
  policy: {
    password: PasswordPolicy
    session: { idleMinutes: number; absoluteHours: number }
    lockout: { attempts: number; windowMinutes: number; lockMinutes: number }
    mfaRequired: boolean
    ipAllowList: string[]
  }
}

export type UserStatus = 'active' | 'invited' | 'suspended' | 'removed'
export interface User {
  id: string
  email: string
  displayName: string
  kind: 'person' | 'service'
  status: UserStatus
  lockedUntil: string | null
  mfaEnrolled: boolean
  roles: Named[]
  teams: Named[]
  expiresAt: string | null
  lastSignInAt: string | null
}

export interface UserSession {
  id: string
  current: boolean
  createdAt: string
  lastSeenAt: string
  ip: string | null
  userAgent: string | null
}

export interface ServiceToken {
  id: string
  name: string
  user: Named
  scopes: string[]
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export interface Role extends Named {
  description: string
  builtIn: boolean
  permissions: string[]
  fieldClasses: Partial<Record<FieldClass, ClassAccess>>
  ipAllowList: string[]
  userCount: number
}
export interface Team extends Named {
  description: string
  memberIds: string[]
}
export interface PermissionInfo {
  name: string
  description: string
  resource: string
}
export interface ClientSummary {
  id: string
  kind: 'person' | 'organisation'
  displayName: string
  groupId: string
  facilityId: string | null
  updatedAt: string
  birthDate?: string
  sex?: string
  phone?: string
  tags?: string[]
}

export interface KeyState {
  rootKeys: { id: string; createdAt: string; active: boolean }[]
  keks: { id: string; createdAt: string; active: boolean; rootKeyId?: string }[]
  deks: { total: number; byKek: Record<string, number> }
  rewrap: { running: boolean; done: number; total: number }
}

interface Shape {
  query?: unknown
  path?: unknown
  body?: unknown
  ok?: unknown
}
type Op<S extends Shape> = {
  parameters: {
    query?: S extends { query: infer Q } ? Q : never
    header?: never
    cookie?: never
  } & (S extends { path: infer P } ? { path: P } : { path?: never })
  responses: {
    200: {
      headers: Record<string, unknown>
      content: { 'application/json': S extends { ok: infer O } ? O : never }
    }
  }
} & (S extends { body: infer B }
  ? { requestBody: { content: { 'application/json': B } } }
  : { requestBody?: never })
type Id = { id: string }
type List = { limit?: number; cursor?: string }

export interface paths {
  '/api/v1/setup': {
    get: Op<{ ok: { needed: boolean } }>
    post: Op<{
      body: {
        setupToken: string
        organizationName: string
        email: string
        displayName: string
        password: string
      }
      ok: { mfaEnrolmentRequired: boolean }
    }>
  }
  '/api/v1/sign-in': { post: Op<{ body: { email: string; password: string }; ok: { next: Next } }> }
  '/api/v1/sign-in/totp': {
    post: Op<{ body: { code: string } | { recoveryCode: string }; ok: { next: Next } }>
  }
  '/api/v1/sign-in/password': { post: Op<{ body: { newPassword: string }; ok: { next: Next } }> }
  '/api/v1/sign-out': { post: Op<{ ok: undefined }> }
  '/api/v1/session': { get: Op<{ ok: Session }> }
  '/api/v1/session/extend': { post: Op<{ ok: Session }> }
  '/api/v1/mfa/totp': { post: Op<{ ok: { secret: string; otpauthUri: string; qrSvg: string } }> }
  '/api/v1/mfa/totp/confirm': { post: Op<{ body: { code: string }; ok: { recoveryCodes: string[] } }> }
  '/api/v1/mfa/recovery-codes': { post: Op<{ body: { code: string }; ok: { recoveryCodes: string[] } }> }
  '/api/v1/me/password': {
    post: Op<{ body: { currentPassword: string; newPassword: string }; ok: undefined }>
  }
  '/api/v1/me/sessions': { get: Op<{ ok: { items: UserSession[] } }>; delete: Op<{ ok: undefined }> }
  '/api/v1/me/sessions/{id}': { delete: Op<{ path: Id; ok: undefined }> }
  '/api/v1/password-policy': { get: Op<{ query: { invitation?: string }; ok: PasswordPolicy }> }
  '/api/v1/users': { get: Op<{ query: List & { q?: string; status?: UserStatus }; ok: Page<User> }> }
  '/api/v1/users/invitations': {
    post: Op<{
      body: {
        email: string
        displayName: string
        roleIds: string[]
        teamIds: string[]
        expiresAt?: string | null
      }
      ok: { user: User; invitationUrl: string; expiresAt: string }
    }>
  }
  '/api/v1/invitations/open': {
    post: Op<{
      body: { token: string }
      ok: { email: string; displayName: string; organizationName: string; passwordPolicy: PasswordPolicy }
    }>
  }
  '/api/v1/invitations/accept': {
    post: Op<{ body: { token: string; displayName?: string; password: string }; ok: { next: Next } }>
  }
  '/api/v1/users/{id}': {
    get: Op<{ path: Id; ok: User }>
    patch: Op<{
      path: Id
      body: { displayName?: string; roleIds?: string[]; teamIds?: string[]; expiresAt?: string | null }
      ok: User
    }>
    delete: Op<{ path: Id; ok: undefined }>
  }
  '/api/v1/users/{id}/suspend': { post: Op<{ path: Id; ok: User }> }
  '/api/v1/users/{id}/resume': { post: Op<{ path: Id; ok: User }> }
  '/api/v1/users/{id}/unlock': { post: Op<{ path: Id; ok: User }> }
  '/api/v1/users/{id}/reset-mfa': { post: Op<{ path: Id; ok: User }> }
  '/api/v1/users/{id}/sessions': {
    get: Op<{ path: Id; ok: { items: UserSession[] } }>
    delete: Op<{ path: Id; ok: undefined }>
  }
  '/api/v1/tokens': {
    get: Op<{ ok: { items: ServiceToken[] } }>
    post: Op<{
      body: { name: string; userId?: string; scopes: string[]; expiresAt: string }
      ok: ServiceToken & { token: string }
    }>
  }
  '/api/v1/tokens/{id}': { delete: Op<{ path: Id; ok: undefined }> }
  '/api/v1/organization': {
    get: Op<{ ok: Organization }>
    patch: Op<{ body: { name?: string; policy?: Partial<Organization['policy']> }; ok: Organization }>
  }
  '/api/v1/roles': { get: Op<{ query: List; ok: Page<Role> }> }
  '/api/v1/permissions': { get: Op<{ ok: { items: PermissionInfo[]; fieldClasses: FieldClass[] } }> }
  '/api/v1/teams': { get: Op<{ query: List; ok: Page<Team> }> }
  '/api/v1/facilities': { get: Op<{ query: List; ok: Page<Named> }> }
  '/api/v1/walls': {
    get: Op<{
      ok: {
        teams: Named[]
        groups: Named[]
        walls: { teamId: string; groupId: string; access: ClassAccess }[]
      }
    }>
  }
  '/api/v1/break-glass': {
    get: Op<{ query: List; ok: Page<{ id: string; expiresAt: string; reviewedAt: string | null }> }>
  }
  '/api/v1/clients/search': {
    post: Op<{
      body: {
        q?: string
        groupId?: string
        facilityId?: string
        tag?: string
        kind?: string
        limit?: number
        cursor?: string
      }
      ok: Page<ClientSummary> & { truncated: boolean }
    }>
  }
  '/api/v1/keys': { get: Op<{ ok: KeyState }> }
  '/api/v1/keys/rotate': { post: Op<{ ok: KeyState }> }
}
