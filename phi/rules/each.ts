import type { Page } from '../text/page.ts'
import type { Places } from '../text/stops.ts'

/**
 * Reads at each of the places whose token is in no finding yet. `read` answers one past the last token it is done with;
 * what lies before that is passed over.
 */
export function readEach(page: Page, places: Places, read: (page: Page, i: number) => number): void {
  const { at, count } = places
  const { taken } = page
  let done = 0
  for (let k = 0; k < count; k++) {
    const i = at[k]!
    if (i < done || taken[i] !== 0) continue
    const next = read(page, i)
    if (next > done) done = next
  }
}
