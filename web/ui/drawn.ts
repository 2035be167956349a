import { createContext, useContext, useSyncExternalStore } from 'react'

/** By which clock the server drew a page. */
export interface ServersClock {
  /** In milliseconds. */
  now: number
  timeZone: string
}

/** Around a page that the server has drawn; absent elsewhere. */
export const DrawnBy = createContext<ServersClock | undefined>(undefined)

const never = () => () => {}

/** The zone to tell time in: the server’s while its page is taken over, since both must say the same, then the reader’s own. */
export function useTimeZone(): string | undefined {
  const drawn = useContext(DrawnBy)
  return useSyncExternalStore(
    never,
    () => undefined,
    () => drawn?.timeZone,
  )
}
