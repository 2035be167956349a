import type { Page } from '../text/page.ts'

/** Reads the value of a label from token `at`, not beyond `limit`. Answers the token after it, or 0. */
export type ValueReader = (page: Page, at: number, limit: number, strength: number, label: number) => number
