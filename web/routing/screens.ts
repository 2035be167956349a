import type { AnyRouter } from '@tanstack/react-router'
import { api, setScreen } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../session/session.ts'
import { wantNavigationFocus } from '../ui/navigation-focus.ts'
import { screenName } from './screen-name.ts'

/** Keeps the API client, the tab's title and the focus with the page that is on screen. */
export function followScreens(router: AnyRouter): void {
  let last: string | undefined
  const arrived = () => {
    const page = router.state.matches.at(-1)
    if (!page) return
    const screen = screenName(page.fullPath)
    setScreen(screen)
    if (screen !== last) tellOfVisit()
    last = screen
    const title = page.staticData.title
    document.title = title ? `${title} · Wellkeep` : 'Wellkeep'
  }
  router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) wantNavigationFocus()
    // What a page asks while it loads belongs to that page already.
    const ahead = router.matchRoutes(router.latestLocation).at(-1)
    if (ahead) setScreen(screenName(ahead.fullPath))
  })
  router.subscribe('onResolved', arrived)
}

/** For the log of what a session visited; what a page shows is recorded for itself, whether this arrives or not. */
function tellOfVisit(): void {
  if (queryClient.getQueryData(sessionQuery.queryKey)?.stage !== 'full') return
  api.POST('/api/v1/session/visits', { body: {} }).catch(() => {})
}
