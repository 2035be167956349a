import type { User, UserStatus } from '../../api/types.ts'

/** What stands in a user's way first: their status, the end of their time, or a lock after failed attempts. */
export function stateOf(
  user: Pick<User, 'status' | 'lockedUntil' | 'expiresAt'>,
  now: number,
): UserStatus | 'locked' | 'expired' {
  if (user.status !== 'active') return user.status
  if (user.expiresAt && Date.parse(user.expiresAt) <= now) return 'expired'
  if (user.lockedUntil && Date.parse(user.lockedUntil) > now) return 'locked'
  return 'active'
}
