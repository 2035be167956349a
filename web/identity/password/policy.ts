import type { PasswordPolicy } from '../../api/types.ts'

export interface Requirement {
  text: string
  met: boolean
}

/**
 * What the policy asks of a password, each with whether it is met so far. The server decides; what only it can
 * know (common and earlier passwords) is in {@link alsoRefused}.
 */
export function requirements(policy: PasswordPolicy, password: string): Requirement[] {
  const length = [...password].length
  const list: (Requirement | false)[] = [
    { text: `${policy.minLength} characters or more`, met: length >= policy.minLength },
    policy.requireUpper && { text: 'A capital letter', met: /\p{Lu}/u.test(password) },
    policy.requireLower && { text: 'A small letter', met: /\p{Ll}/u.test(password) },
    policy.requireDigit && { text: 'A digit', met: /\d/.test(password) },
    policy.requireSymbol && { text: 'A symbol, such as ! or -', met: /[^\p{L}\p{N}\s]/u.test(password) },
  ]
  return list.filter((r) => r !== false)
}

export const meetsPolicy = (policy: PasswordPolicy, password: string): boolean =>
  requirements(policy, password).every((r) => r.met)

/** What the server refuses beyond that, in words. */
export function alsoRefused(policy: PasswordPolicy): string {
  const earlier = policy.history > 0 ? `, and your last ${policy.history} passwords` : ''
  return `Passwords that many people use are refused${earlier}, and so are passwords that contain your name, your e-mail address or your organization’s name. A few unrelated words make a good one.`
}
