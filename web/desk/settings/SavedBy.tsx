import { Alert, Badge } from '@mantine/core'
import { useMay } from '../../session/session.ts'

interface Saved {
  savedBy: { name: string; stands: boolean } | null
}

/** What is done by itself reaches as far as who stands for it; where nobody does, nothing is done. */
export const NobodyStands = ({ savedBy }: Saved) =>
  savedBy?.stands ? null : <Badge color="red">Does nothing</Badge>

/** `does`: what is done, such as _Changes tickets that … may change_. */
export const savedByText = ({ savedBy }: Saved, does: (name: string) => string): string =>
  savedBy?.stands
    ? does(savedBy.name)
    : `${savedBy?.name ?? 'Who saved it'} may not do this any more, or never could: somebody who may has to save it again.`

/** Told before somebody saves what would do nothing on their word. */
export function WouldDoNothing({ needs, what }: { needs: 'tickets:write' | 'tickets:create'; what: string }) {
  if (useMay()(needs)) return null
  return (
    <Alert color="amber" variant="light">
      Your roles do not let you {what}, so nothing is done on your word. Somebody who may has to save it after
      you.
    </Alert>
  )
}
