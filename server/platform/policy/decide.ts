import { FIELD_CLASSES, type FieldClass } from './field-classes.ts'
import type { ClassAccess, Permission } from './permissions.ts'
import type { PrincipalRole } from './principal.ts'

export type WallAccess = 'none' | 'read' | 'write'

/** A team through which a wall opens, for the explanation. */
export interface WallReason {
  team: string
  group: string
  access: 'read' | 'write'
}

/** All that the decision rests on; nothing is looked up, so that it can be asked for anybody. */
export interface Question {
  user: {
    status: 'active' | 'invited' | 'suspended' | 'removed'
    expiresAt?: Date | null
    roles: PrincipalRole[]
    scopes?: string[]
  }
  permission: Permission
  /** Absent for what lies behind no wall (users, roles, settings). */
  resource?: { group: string; walls: WallReason[]; breakGlassUntil?: Date | null }
  classes?: readonly FieldClass[]
  /** What the action needs of the wall and the classes. */
  needs: 'read' | 'write'
  at: Date
}

export interface Reason {
  code: 'account' | 'expired' | 'permission' | 'scope' | 'wall' | 'break-glass' | 'field-class'
  allows: boolean
  text: string
}

export interface Decision {
  allowed: boolean
  wall: WallAccess
  classes: Partial<Record<FieldClass, 'none' | ClassAccess>>
  reasons: Reason[]
}

/**
 * The one decision of Wellkeep: may this user do this to this resource, which classes does it disclose, and why.
 * Pure. HTTP, jobs, exports and the page that explains access all ask it; the database's walls hold beside it.
 */
export function decide(q: Question): Decision {
  const reasons: Reason[] = []
  const say = (code: Reason['code'], allows: boolean, text: string) => {
    reasons.push({ code, allows, text })
    return allows
  }
  const { user } = q
  const active = user.status === 'active' || say('account', false, `The account is ${user.status}`)
  const inTime =
    !user.expiresAt || user.expiresAt > q.at || say('expired', false, 'The account’s time has run out')
  const granting = user.roles.filter((r) => r.permissions.includes(q.permission)).map((r) => r.name)
  const permitted = granting.length
    ? say('permission', true, `${q.permission} is given by ${granting.join(', ')}`)
    : say('permission', false, `No role gives ${q.permission}`)
  const scoped =
    !user.scopes ||
    user.scopes.includes('*') ||
    user.scopes.includes(q.permission) ||
    say('scope', false, `The token’s scopes do not include ${q.permission}`)
  const wall = wallAccess(q, say)
  const open = !q.resource || wall === 'write' || (wall === 'read' && q.needs === 'read')
  const classes: Decision['classes'] = {}
  for (const cls of q.classes ?? FIELD_CLASSES)
    classes[cls] = classAccess(cls, user.roles, wall, Boolean(q.resource), say)
  return { allowed: active && inTime && permitted && scoped && open, wall, classes, reasons }
}

type Say = (code: Reason['code'], allows: boolean, text: string) => boolean

function wallAccess(q: Question, say: Say): WallAccess {
  if (!q.resource) return 'write'
  const { walls, group, breakGlassUntil } = q.resource
  for (const w of walls)
    say(
      'wall',
      w.access === 'write' || q.needs === 'read',
      `Team ${w.team} may ${w.access} the client group ${w.group}`,
    )
  if (walls.some((w) => w.access === 'write')) return 'write'
  if (walls.length) return 'read'
  if (breakGlassUntil && breakGlassUntil > q.at) {
    say(
      'break-glass',
      q.needs === 'read',
      `Emergency access, for reading, until ${breakGlassUntil.toISOString()}`,
    )
    return 'read'
  }
  say('wall', false, `No team of the user may see the client group ${group}`)
  return 'none'
}

function classAccess(
  cls: FieldClass,
  roles: PrincipalRole[],
  wall: WallAccess,
  walled: boolean,
  say: Say,
): 'none' | ClassAccess {
  const giving = roles.filter((r) => r.fieldClasses[cls])
  if (!giving.length) {
    say('field-class', false, `No role shows the class ${cls}`)
    return 'none'
  }
  const best = giving.find((r) => r.fieldClasses[cls] === 'write') ?? giving[0]!
  const access = best.fieldClasses[cls]!
  say('field-class', true, `${best.name} may ${access} the class ${cls}`)
  if (!walled) return access
  return wall === 'none' ? 'none' : wall === 'read' ? 'read' : access
}
