import { type RefObject, useCallback } from 'react'
import { useShortcut } from '../shortcuts/use-shortcut.ts'

/** `j` and `k` walk down and up the rows of the list on the page; Enter opens, as on any link. */
export function useRowKeys(frame: RefObject<HTMLElement | null>): void {
  const walk = useCallback(
    (step: number) => {
      const links = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
      if (links.length === 0) return
      const at = links.indexOf(document.activeElement as HTMLElement)
      const next =
        at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))
      links[next]?.focus()
    },
    [frame],
  )
  useShortcut('j', 'Next row of a list', () => walk(1))
  useShortcut('k', 'Row before', () => walk(-1))
}
