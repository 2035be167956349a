import { type AnyRouter, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { screenName } from '../routing/screen-name.ts'

/** What the app's pages are called, by the pattern that the log has for them. */
export function screenTitles(router: AnyRouter): Map<string, string> {
  const titles = new Map<string, string>()
  for (const route of Object.values(router.routesById as AnyRouter['routesById'])) {
    const { fullPath, options } = route as { fullPath: string; options: { staticData?: { title?: string } } }
    if (options.staticData?.title) titles.set(screenName(fullPath), options.staticData.title)
  }
  return titles
}

/** `/clients/:clientId` as `Client`; undefined for what no page of this app is, such as a program's request. */
export function useScreenTitle(): (screen: string) => string | undefined {
  const router = useRouter()
  const titles = useMemo(() => screenTitles(router), [router])
  return (screen) => titles.get(screen)
}
