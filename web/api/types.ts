/**
 * Names for what the API gives, taken from its own description (`schema.gen.ts`, made by `npm run generate`).
 * `Answer<'/api/v1/users', 'get'>` is the body of a good answer; `Item<…>` one line of a list.
 */
import type { paths } from './schema.gen.ts'

export type { paths }

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Good = 200 | 201 | 202
type Responses<P extends keyof paths, M extends Method> = paths[P][M] extends { responses: infer R }
  ? R
  : never

export type Answer<P extends keyof paths, M extends Method> = {
  [S in keyof Responses<P, M>]: S extends Good
    ? Responses<P, M>[S] extends { content: { 'application/json': infer T } }
      ? T
      : never
    : never
}[keyof Responses<P, M>]

export type Item<P extends keyof paths, M extends Method = 'get'> =
  Answer<P, M> extends { items: (infer T)[] } ? T : never

export type FieldClass = 'contact' | 'demographic' | 'identifier' | 'clinical' | 'financial' | 'note'
export type ClassAccess = 'read' | 'write'
export interface Named {
  id: string
  name: string
}
/** One page of a list; null when it was the last. */
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

export type Session = Answer<'/api/v1/session', 'get'>
export type Organization = Answer<'/api/v1/organization', 'get'>
export type PasswordPolicy = Organization['policy']['password']
export type User = Item<'/api/v1/users'>
export type UserStatus = User['status']
export type UserSession = Item<'/api/v1/me/sessions'>
export type ServiceToken = Item<'/api/v1/tokens'>
export type ClientSummary = Item<'/api/v1/clients/search', 'post'>
export type KeyState = Answer<'/api/v1/keys', 'get'>
