import { forbidden } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/policy/principal.ts'

type Reader = Pick<Principal, 'kind' | 'permissions' | 'fieldClasses'>

/** Drafts, old versions and what has expired are for those who write. */
export const writes = (p: Reader): boolean => p.permissions.has('documents:write')

/** A client's own folders hold what is clinical: staff who may not see that class see none of them. */
export const seesPrivate = (p: Reader): boolean =>
  p.kind === 'portal' || p.fieldClasses.clinical !== undefined

/**
 * Adding a document to a client's folder changes nothing of the record: who may see the class and write documents may.
 * @throws Problem 403 where the classes of this principal do not open what lies there
 */
export function checkClasses(p: Reader, at: { client_id: string | null }): void {
  if (at.client_id !== null && !seesPrivate(p)) throw forbidden('Your roles may not see the class clinical.')
}

/** Of which classes an event about it is, for the log. */
export const classesOf = (at: { client_id: string | null }): { classes?: readonly ['clinical'] } =>
  at.client_id === null ? {} : { classes: ['clinical'] }

/** Whoever writes sees every version, readers what is published, portal people also what they put there themselves. */
export const seesVersion = (
  p: Reader & Pick<Principal, 'userId'>,
  doc: { published: number | null },
  version: { n: number | null; author_id: string | null },
): boolean =>
  writes(p) ||
  (version.n !== null && version.n === doc.published) ||
  (p.kind === 'portal' && version.author_id === p.userId)
