import type { PasswordPolicy } from '../../api/types.ts'

export interface Requirement {
  /** Its key in the catalogue `door`, under `newPassword`. */
  asks: 'length' | 'upper' | 'lower' | 'digit' | 'symbol'
  met: boolean
}

/**
 * What the policy asks of a password, each with whether it is met so far. The server decides, and knows common and
 * earlier passwords.
 */
export function requirements(policy: PasswordPolicy, password: string): Requirement[] {
  const length = [...password].length
  const list: (Requirement | false)[] = [
    { asks: 'length', met: length >= policy.minLength },
    policy.requireUpper && { asks: 'upper', met: /\p{Lu}/u.test(password) },
    policy.requireLower && { asks: 'lower', met: /\p{Ll}/u.test(password) },
    policy.requireDigit && { asks: 'digit', met: /\d/.test(password) },
    policy.requireSymbol && { asks: 'symbol', met: /[^\p{L}\p{N}\s]/u.test(password) },
  ]
  return list.filter((r) => r !== false)
}

export const meetsPolicy = (policy: PasswordPolicy, password: string): boolean =>
  requirements(policy, password).every((r) => r.met)
