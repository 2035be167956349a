import type { ReactNode } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { wantNavigationFocus } from '../../ui/navigation-focus.ts'

let own: Root | undefined
let entering: Promise<void> | undefined

const place = () => document.getElementById('root')!

/** Takes over what the server has drawn, or draws it where it did not, or in another language. */
export function showStart(page: ReactNode, language: string): void {
  if (place().firstChild && document.documentElement.lang === language) own = hydrateRoot(place(), page)
  else root().render(page)
}

/** Where this page is, the start page first and the app later. */
function root(): Root {
  own ??= createRoot(place())
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
