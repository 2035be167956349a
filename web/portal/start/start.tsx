import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '../../theme/layers.css'
import '@mantine/core/styles/baseline.layer.css'
import '../../theme/base.css'
import '../skeleton.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { startTransition } from 'react'
import { setScreen } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { startingLanguage } from '../../i18n/chosen.ts'
import { i18n } from '../../i18n/i18n.ts'
import { speak } from '../../i18n/language.ts'
import { reloadOnNewVersion } from '../../routing/new-version.ts'
import { keepAppFiles } from '../../shell/service-worker.ts'
import { followLinks } from '../../ui/plain/follow-links.ts'
import { whenLoaded } from '../../ui/when-loaded.ts'
import { HOME_WORDS } from '../home-words.ts'
import { enterApp, loadApp, root } from './enter.ts'
import { takeGiven } from './given.ts'
import { StartPage } from './StartPage.tsx'
import { warmAppLater } from './warm-app.ts'

/**
 * The portal's start page alone, out of what the server put into the page: without the component library and the router,
 * which a slow phone needs seconds for. Whatever else somebody wants to do, the app takes over.
 */
export async function start(): Promise<void> {
  reloadOnNewVersion()
  keepAppFiles()
  const given = takeGiven()
  if (!given) return enterApp()
  if (location.pathname !== '/portal') history.replaceState(null, '', '/portal')
  setScreen('/portal')
  await breath()
  await speak(startingLanguage(given.language))
  await i18n.loadNamespaces([...HOME_WORDS, 'common'])
  await breath()
  const stop = followLinks(
    (path) => {
      // Here already.
      if (path === location.pathname) return scrollTo({ top: 0 })
      stop()
      void enterApp(path)
    },
    () => void loadApp().catch(() => {}),
  )
  startTransition(() =>
    root().render(
      <QueryClientProvider client={queryClient}>
        <StartPage />
      </QueryClientProvider>,
    ),
  )
  whenLoaded(warmAppLater)
}

/** Lets the browser do what waits, so that it is never busy for long. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))
