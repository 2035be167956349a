import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sendJson } from '../../api/use-save.ts'
import { moved } from '../../ui/order/move.ts'
import { toastError } from '../../ui/toast.tsx'

interface Placed {
  id: string
  version: number
  position: number
}

/** Puts an item elsewhere in its list: shown at once, kept one by one where the place has changed. */
export function useReorder<T extends Placed>(path: string, queryKey: readonly string[]) {
  const cache = useQueryClient()
  const save = useMutation({
    mutationFn: async (items: T[]) => {
      for (const [position, item] of items.entries()) {
        if (item.position === position) continue
        // Who stands for it, and whether it failed, is for the server to say.
        const {
          id,
          version,
          savedBy: _,
          failed: __,
          ...body
        } = item as T & Record<'savedBy' | 'failed', unknown>
        await sendJson('PUT', `${path}/${id}`, { ...body, position }, { 'If-Match': `"${version}"` })
      }
    },
    onError: (error) => toastError(error, 'The order could not be kept'),
    onSettled: () => cache.invalidateQueries({ queryKey: ['desk'] }),
    scope: { id: path },
  })
  const move = (from: number, to: number) => {
    const old = cache.getQueryData<{ items: T[] }>(queryKey)
    if (!old) return
    const items = moved(old.items, from, to)
    cache.setQueryData(queryKey, { items })
    save.mutate(items)
  }
  return { move, pending: save.isPending }
}
