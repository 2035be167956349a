import type { AnyRouter } from '@tanstack/react-router'
import { setScreen } from '../api/client.ts'
import { wantNavigationFocus } from '../ui/navigation-focus.ts'
import { screenName } from './screen-name.ts'

/** Keeps the API client, the tab's title and the focus with the page that is on screen. */
export function followScreens(router: AnyRouter): void {
  const arrived = () => {
    const page = router.state.matches.at(-1)
    if (!page) return
    setScreen(screenName(page.fullPath))
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
