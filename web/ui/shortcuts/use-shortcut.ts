import { useEffect, useRef } from 'react'
import { addShortcut } from './registry.ts'

/**
 * A key, or keys one after another (`g u`), that does something while this component is on the page. It is
 * listed in the help that `?` opens. Keys don't count while somebody types or a dialog is open.
 */
export function useShortcut(keys: string | undefined, label: string, run: () => void, first = false): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!keys) return
    return addShortcut({ keys, label, run: () => latest.current(), first })
  }, [keys, label, first])
}
