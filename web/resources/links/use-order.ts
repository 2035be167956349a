import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { moved } from '../../ui/order/move.ts'
import { toastError } from '../../ui/toast.tsx'
import { allLinksQuery, type KeptGroup } from '../queries.ts'

/** Puts groups and links elsewhere: shown at once, and kept as a whole. */
export function useOrder() {
  const cache = useQueryClient()
  const { queryKey } = allLinksQuery
  const save = useMutation({
    mutationFn: (groups: KeptGroup[]) =>
      api.PUT('/api/v1/links/order', {
        body: { groups: groups.map((g) => ({ id: g.id, linkIds: g.links.map((l) => l.id) })) },
      }),
    onError: (error) => toastError(error, 'The order could not be kept'),
    onSettled: () => cache.invalidateQueries({ queryKey: ['links'] }),
    scope: { id: 'links-order' },
  })
  const change = (to: (groups: KeptGroup[]) => KeptGroup[]) => {
    const old = cache.getQueryData(queryKey)
    if (!old) return
    const groups = to(old.groups)
    cache.setQueryData(queryKey, { groups })
    save.mutate(groups)
  }
  return {
    moveGroup: (from: number, to: number) => change((groups) => moved(groups, from, to)),
    moveLink: (groupId: string, from: number, to: number) =>
      change((groups) =>
        groups.map((g) => (g.id === groupId ? { ...g, links: moved(g.links, from, to) } : g)),
      ),
  }
}
