import { useEffect } from 'react'

/** The control a person stands on; for a choice of a menu, which is gone by then, the menu's button. */
function standing(): HTMLElement | null {
  const at = document.activeElement as HTMLElement | null
  const menu = at?.closest('[role="menu"]')
  return menu?.id ? document.querySelector<HTMLElement>(`[aria-controls="${menu.id}"]`) : at
}

/**
 * Gives the focus back to where it was when this came, once this goes (WCAG 2.4.3): whoever closes a dialog with the
 * keyboard goes on where they were. Not when the focus has gone elsewhere since, such as to another page's heading.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const from = standing()
    return () => {
      // After the dialog is out of the document, which leaves the focus on nothing.
      setTimeout(() => {
        const lost = !document.activeElement || document.activeElement === document.body
        if (lost && from?.isConnected) from.focus({ preventScroll: true })
      })
    }
  }, [])
}
