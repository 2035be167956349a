import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { PasswordPolicy } from '../api/types.ts'

/** What the pages about people and their access ask; the first part of a key is what a live change names. */
export const rolesQuery = queryOptions({
  queryKey: ['roles', 'all'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/roles', { params: { query: { limit: 100 } }, signal })),
})

export const teamsQuery = queryOptions({
  queryKey: ['teams', 'all'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/teams', { params: { query: { limit: 100 } }, signal })),
})

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/organization', { signal })),
})

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/permissions', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The policy for one's own next password, signed in or on the way. */
export const passwordPolicyQuery = queryOptions({
  queryKey: ['password-policy'],
  queryFn: async ({ signal }) => (await ok(api.GET('/api/v1/password-policy', { signal }))) as PasswordPolicy,
  staleTime: 60_000,
})

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', 'one', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
  })

export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'of', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/users/{id}/sessions', { params: { path: { id } }, signal })),
  })

export const mySessionsQuery = queryOptions({
  queryKey: ['sessions', 'mine'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/sessions', { signal })),
})

/** One's own passkeys, and the devices that are not asked for the second factor. */
export const myPasskeysQuery = queryOptions({
  queryKey: ['me', 'passkeys'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/passkeys', { signal })),
})
export const myDevicesQuery = queryOptions({
  queryKey: ['me', 'devices'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/devices', { signal })),
})

/** One's own authenticator app. */
export const myTotpQuery = queryOptions({
  queryKey: ['me', 'totp'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/totp', { signal })),
})
