import type { QueryClient } from '@tanstack/react-query'

type Part = 'contacts' | 'notes' | 'relationships'

/**
 * Asks again for what a change made stale, and for nothing else: each answer is a read in the audit log. The
 * history is asked again when somebody looks at it.
 */
export function refresh(cache: QueryClient, clientId: string, part: Part): void {
  void cache.invalidateQueries({ queryKey: ['clients', part, clientId] })
  void cache.invalidateQueries({ queryKey: ['audit', 'client', clientId] })
}
