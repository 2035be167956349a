import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '../../theme/layers.css'
import '@mantine/core/styles/baseline.layer.css'
import '../../theme/base.css'
import '../skeleton.css'
import { startTransition } from 'react'
import { setScreen } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { startingLanguage } from '../../i18n/chosen.ts'
import { i18n } from '../../i18n/i18n.ts'
import { speak } from '../../i18n/language.ts'
import { noteSession } from '../../session/session.ts'
import { keepAppFiles } from '../../shell/service-worker.ts'
import { followLinks } from '../../ui/plain/follow-links.ts'
import { whenLoaded } from '../../ui/when-loaded.ts'
import { HOME_WORDS } from '../home-words.ts'
import { wantMenu } from '../menu-wanted.ts'
import { enterApp, loadApp, showStart } from './enter.ts'
import { clockOf, fill, takeGiven } from './given.ts'
import { StartPage } from './StartPage.tsx'
import { warmAppLater } from './warm-app.ts'

const ahead = () => void loadApp().catch(() => {})
const enter = () => void enterApp()
const ready = () => void dispatchEvent(new Event('wk-started'))

function openMenu(): void {
  wantMenu()
  enter()
}

/**
 * The portal's start page alone, out of what the server put into the page: without the component library and the router,
 * which a slow phone needs seconds for. Whatever else somebody wants to do, the app takes over.
 */
export async function start(): Promise<void> {
  keepAppFiles()
  const taken = takeGiven()
  if (!taken) return enterApp()
  const { given } = taken
  noteSession(taken.session, given.at)
  fill(queryClient, given)
  if (location.pathname !== '/portal') history.replaceState(null, '', '/portal')
  setScreen('/portal')
  await breath()
  const language = startingLanguage(taken.language)
  await speak(language)
  await i18n.loadNamespaces([...HOME_WORDS, 'common'])
  await breath()
  const stop = followLinks((path) => {
    // Here already.
    if (path === location.pathname) return scrollTo({ top: 0 })
    stop()
    void enterApp(path)
  }, ahead)
  startTransition(() =>
    showStart(
      <StartPage
        queries={queryClient}
        language={language}
        clock={clockOf(given)}
        ahead={ahead}
        enter={enter}
        openMenu={openMenu}
        ready={ready}
      />,
      language,
    ),
  )
  whenLoaded(warmAppLater)
}

/** Lets the browser do what waits, so that it is never busy for long. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))
