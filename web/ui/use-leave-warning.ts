import { useEffect } from 'react'

/** A session that is over leaves at once: nobody may be there to answer. */
let free = false
export function leaveFreely(): void {
  free = true
}

/**
 * Asks before the page is left or loaded anew while something typed would be lost: it lies in memory alone, since what
 * people type may tell about a patient and is kept on no device.
 */
export function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => {
      if (!free) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
}
