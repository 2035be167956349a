import type { PasswordPolicy } from '../../api/types.ts'

/** What the server asks of a password before an organization has said anything; it has the last word. */
export const STARTING_POLICY: PasswordPolicy = {
  minLength: 12,
  requireUpper: false,
  requireLower: false,
  requireDigit: false,
  requireSymbol: false,
  history: 0,
  maxAgeDays: null,
}
