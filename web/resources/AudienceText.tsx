import { useQuery } from '@tanstack/react-query'
import { facilityList } from '../access/api.ts'
import { rolesQuery } from '../identity/queries.ts'
import type { Audience } from './queries.ts'

const WHO = { everybody: 'Everybody', staff: 'Staff', portal: 'Portal' }

/** For whom something is, in a line. */
export function AudienceText({ audience }: { audience: Audience }) {
  const facilities = useQuery(facilityList).data?.items
  const roles = useQuery(rolesQuery).data?.items
  const names = (ids: string[], list: readonly { id: string; name: string }[] | undefined) =>
    ids.map((id) => list?.find((x) => x.id === id)?.name ?? '…').join(', ')
  return [
    WHO[audience.who],
    audience.roleIds.length > 0 && `staff as ${names(audience.roleIds, roles)}`,
    audience.facilityIds.length > 0 && `at ${names(audience.facilityIds, facilities)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
