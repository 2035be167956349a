import type { FieldClass } from './field-classes.ts'
import type { ClassAccess, Permission } from './permissions.ts'

export interface PrincipalRole {
  id: string
  name: string
  permissions: string[]
  fieldClasses: Partial<Record<FieldClass, ClassAccess>>
  ipAllowList: string[]
}

/** Who asks: a person by session or a program by token, with the union of what the roles give. */
export interface Principal {
  orgId: string
  organization: string
  userId: string
  email: string
  displayName: string
  kind: 'person' | 'service' | 'portal' | 'device'
  roles: PrincipalRole[]
  permissions: ReadonlySet<string>
  fieldClasses: Partial<Record<FieldClass, ClassAccess>>
  sessionId?: string
  stage?: 'totp' | 'enrol-totp' | 'change-password' | 'full'
  mfa?: boolean
  csrfHash?: string
  idleExpiresAt?: string
  absoluteExpiresAt?: string
  tokenId?: string
  tokenName?: string
  scopes?: string[]
  /** Of a device: what it signed in with. `userId` is the device's own id then. */
  device?: { credentialId: string; access: 'append' | 'read' }
  /** The organization's sign-in policy as stored; identity knows its shape. */
  policy: unknown
}

/** The union of the roles, cut down to a token's scopes. Administrator power never comes from a scope alone. */
export function permissionsOf(roles: PrincipalRole[], scopes?: string[]): ReadonlySet<string> {
  const all = new Set(roles.flatMap((r) => r.permissions))
  if (!scopes || scopes.includes('*')) return all
  return new Set([...all].filter((p) => scopes.includes(p)))
}

export function fieldClassesOf(roles: PrincipalRole[]): Partial<Record<FieldClass, ClassAccess>> {
  const out: Partial<Record<FieldClass, ClassAccess>> = {}
  for (const role of roles)
    for (const [cls, access] of Object.entries(role.fieldClasses) as [FieldClass, ClassAccess][])
      if (out[cls] !== 'write') out[cls] = access
  return out
}

export const may = (p: Principal, permission: Permission): boolean => p.permissions.has(permission)
