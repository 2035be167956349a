import { useMediaQuery } from '@mantine/hooks'

/** Below 768 px, where tables become cards and the navigation moves to the thumb. */
export const PHONE = '(max-width: 47.99em)'

export const useIsPhone = (): boolean =>
  useMediaQuery(PHONE, matchMedia(PHONE).matches, { getInitialValueInEffect: false })
