import { useEffect } from 'react'
import { queryClient } from '../api/query-client.ts'

/**
 * Others' changes: the server names what changed by its kind and id, and whatever here shows it is asked again.
 * The stream itself carries nothing about anybody.
 */
export function useLiveUpdates(): void {
  useEffect(() => {
    const source = new EventSource('/api/v1/live')
    const onChange = (event: MessageEvent<string>) => {
      const change = parse(event.data)
      if (change) void queryClient.invalidateQueries({ queryKey: [change.type] })
    }
    source.addEventListener('change', onChange)
    source.addEventListener('message', onChange)
    return () => source.close()
  }, [])
}

function parse(data: string): { type: string; id?: string } | undefined {
  try {
    const change: unknown = JSON.parse(data)
    return typeof change === 'object' && change !== null && 'type' in change
      ? (change as { type: string })
      : undefined
  } catch {
    return undefined
  }
}
