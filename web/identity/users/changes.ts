import type { User } from '../../api/types.ts'
import { dateField, endOfDay } from '../../ui/time.ts'

export interface UserValues {
  displayName: string
  roleIds: string[]
  teamIds: string[]
  /** A day as a date field has it, or empty. */
  expiresOn: string
}

export const toForm = (user: Pick<User, 'displayName' | 'roles' | 'teams' | 'expiresAt'>): UserValues => ({
  displayName: user.displayName,
  roleIds: user.roles.map((r) => r.id),
  teamIds: user.teams.map((t) => t.id),
  expiresOn: dateField(user.expiresAt),
})

export interface UserChanges {
  displayName?: string
  roleIds?: string[]
  teamIds?: string[]
  expiresAt?: string | null
}

/** What was changed, and nothing else: each part needs a permission of its own. */
export function changesOf(before: UserValues, after: UserValues): UserChanges {
  const other = (a: string[], b: string[]) => [...a].sort().join() !== [...b].sort().join()
  return {
    ...(after.displayName.trim() !== before.displayName && { displayName: after.displayName.trim() }),
    ...(other(before.roleIds, after.roleIds) && { roleIds: after.roleIds }),
    ...(other(before.teamIds, after.teamIds) && { teamIds: after.teamIds }),
    ...(after.expiresOn !== before.expiresOn && {
      expiresAt: after.expiresOn ? endOfDay(after.expiresOn) : null,
    }),
  }
}
