import { send } from '../api/client.ts'
import type { ClassAccess, FieldClass, Named } from '../api/types.ts'

export interface Role extends Named {
  description: string
  builtIn: boolean
  permissions: string[]
  fieldClasses: Partial<Record<FieldClass, ClassAccess>>
  ipAllowList: string[]
  userCount: number
}
export interface Team extends Named {
  description: string
  memberIds: string[]
}
export interface ClientGroup extends Named {
  description: string
  clientCount: number
}
export interface Facility extends Named {
  timeZone?: string
  phone?: string
  address?: { line?: string[]; city?: string; state?: string; postalCode?: string; country?: string }
}
export interface Walls {
  teams: Named[]
  groups: Named[]
  walls: { teamId: string; groupId: string; access: ClassAccess }[]
}
export interface Reason {
  code: string
  allows?: boolean
  text: string
}
export interface Explanation {
  allowed: boolean
  access: 'none' | ClassAccess
  classes: Record<string, { access: 'none' | ClassAccess; reasons: string[] }>
  reasons: Reason[]
  permissions: { permission: string; allowed: boolean; reasons: string[] }[]
}
export interface BreakGlass {
  id: string
  userId: string
  userName?: string
  clientId: string
  /** Null once it was destroyed with the client. */
  reason: string | null
  createdAt: string
  expiresAt: string
  reviewedAt: string | null
  reviewedByName?: string | null
  outcome: 'justified' | 'unjustified' | null
  comment?: string | null
}

/** One JSON request of these pages; refusals are thrown as everywhere. */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await send(
    new Request(`${location.origin}/api/v1${path}`, {
      method,
      ...(signal && { signal }),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  )
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

const listOf = <T>(key: string, path: string) => ({
  queryKey: [key, 'list'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call<{ items: T[] }>('GET', path, undefined, signal),
})

export const roleList = listOf<Role>('roles', '/roles')
export const teamList = listOf<Team>('teams', '/teams')
export const groupList = listOf<ClientGroup>('client-groups', '/client-groups')
export const facilityList = listOf<Facility>('facilities', '/facilities')
export const breakGlassList = listOf<BreakGlass>('break-glass', '/break-glass')
export const wallsQuery = {
  queryKey: ['walls'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call<Walls>('GET', '/walls', undefined, signal),
}
