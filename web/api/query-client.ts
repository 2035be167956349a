import { MutationCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

/** Refusals are answers: only what may pass by itself is asked again. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  return failures < 2 && (error.status === 0 || error.status === 429 || error.status >= 502)
}

/**
 * The cache lives in memory alone: nothing that the server answered is ever written to the disk of the device.
 * A change marks everything else as stale that is on screen.
 */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 15_000, gcTime: 5 * 60_000, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
  mutationCache: new MutationCache({
    onSuccess: (_data, _variables, _context, mutation) => {
      const touches = mutation.meta?.touches
      if (Array.isArray(touches))
        for (const key of touches) void queryClient.invalidateQueries({ queryKey: [key] })
    },
  }),
})
