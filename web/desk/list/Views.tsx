import { Badge, NavLink, Select, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { SaveView } from './SaveView.tsx'
import { BUILT_IN, setListState, useListState } from './state.ts'
import classes from './Views.module.css'

export const viewsQuery = {
  queryKey: ['ticket-views'],
  queryFn: ({ signal }: { signal: AbortSignal }) => ok(api.GET('/api/v1/ticket-views', { signal })),
}

/** How many tickets each view holds; a minute old at most, since each change of any ticket would ask anew. */
const countsQuery = (saved: string[]) => ({
  queryKey: ['ticket-counts', saved],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ok(
      api.POST('/api/v1/tickets/counts', {
        body: {
          views: {
            ...Object.fromEntries(
              BUILT_IN.filter((v) => v.key !== 'done').map((v) => [v.key, { filter: v.filter }]),
            ),
            ...Object.fromEntries(saved.slice(0, 30).map((id) => [id, { viewId: id }])),
          },
        },
        signal,
      }),
    ),
  placeholderData: keepPreviousData,
  refetchInterval: 60_000,
})

const Count = ({ of: n }: { of: number | null | undefined }) =>
  n ? (
    <Text span size="xs" c="dimmed" aria-label={n === 1 ? '1 ticket' : `${n} tickets`} role="note">
      {n >= 1000 ? '999+' : n}
    </Text>
  ) : null

/** Which tickets: views that everybody has, one's own, and those shared with all. */
export function Views() {
  const { view } = useListState()
  const wide = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false })
  const saved = useQuery(viewsQuery).data?.items ?? []
  const counts = useQuery({ ...countsQuery(saved.map((v) => v.id)), enabled: wide }).data?.counts ?? {}
  const choose = (key: string) => {
    const own = saved.find((v) => v.id === key)
    const sort = own?.sort ?? BUILT_IN.find((v) => v.key === key)?.sort ?? 'updated'
    setListState({ view: key, filter: {}, q: '', sort, ...(own && { layout: own.layout }) })
  }
  if (!wide)
    return (
      <Select
        aria-label="View"
        value={view}
        allowDeselect={false}
        data={[
          { group: 'Views', items: BUILT_IN.map((v) => ({ value: v.key, label: v.name })) },
          ...(saved.length
            ? [{ group: 'Saved', items: saved.map((v) => ({ value: v.id, label: v.name })) }]
            : []),
        ]}
        onChange={(key) => key && choose(key)}
      />
    )
  return (
    <nav aria-label="Views" className={classes.root}>
      {BUILT_IN.map((v) => (
        <NavLink
          key={v.key}
          component="button"
          label={v.name}
          rightSection={<Count of={counts[v.key]} />}
          active={view === v.key}
          aria-current={view === v.key || undefined}
          onClick={() => choose(v.key)}
        />
      ))}
      {saved.length > 0 && (
        <Text size="xs" c="dimmed" mt="sm" mb={2} px={12}>
          Saved
        </Text>
      )}
      {saved.map((v) => (
        <NavLink
          key={v.id}
          component="button"
          label={v.name}
          active={view === v.id}
          aria-current={view === v.id || undefined}
          rightSection={
            <>
              {v.shared && <Badge color="gray">shared</Badge>}
              <Count of={counts[v.id]} />
            </>
          }
          onClick={() => choose(v.id)}
        />
      ))}
      <SaveView saved={saved} />
    </nav>
  )
}
