import type { Root } from 'react-dom/client'
import { createRoot } from 'react-dom/client'
import { wantNavigationFocus } from '../../ui/navigation-focus.ts'

let own: Root | undefined
let entering: Promise<void> | undefined

/** Where this page is drawn, by the start page first and by the app later. */
export function root(): Root {
  own ??= createRoot(document.getElementById('root')!)
  return own
}

/** The whole app’s code. Asked for ahead, it is there when somebody goes on. */
export const loadApp = () => import('../../app.tsx')

/**
 * Goes on from the start page into the app, which takes over this page with what it knows already; nothing is loaded anew
 * but the app’s code. Where that can’t be had, the browser goes there.
 */
export function enterApp(path?: string): Promise<void> {
  if (path && path !== location.pathname) {
    history.pushState(null, '', path)
    wantNavigationFocus()
  }
  entering ??= go(path !== undefined)
  return entering
}

async function go(followed: boolean): Promise<void> {
  document.documentElement.dataset.going = ''
  try {
    const { showApp } = await loadApp()
    await showApp(root(), true)
    delete document.documentElement.dataset.going
  } catch {
    delete document.documentElement.dataset.going
    // Where nobody asked for it, loading anew might never end.
    if (followed) location.reload()
    else entering = undefined
  }
}
