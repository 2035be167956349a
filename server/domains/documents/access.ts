import { forbidden } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/policy/principal.ts'

type Reader = Pick<Principal, 'permissions' | 'fieldClasses'>

/** Drafts, old versions and what has expired are for those who write. */
export const writes = (p: Reader): boolean => p.permissions.has('documents:write')

/** A client's own folders hold what is clinical: who may not see that class sees none of them. */
export const seesPrivate = (p: Reader): boolean => p.fieldClasses.clinical !== undefined

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
