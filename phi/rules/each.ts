import type { Page } from '../text/page.ts'

/**
 * Whether a rule is to read at token `i`: it is in no finding, and lies not before `done`, one past the last token that
 * the rule is done with. Each rule goes over its places in a loop of its own: one loop for all of them could not be
 * compiled for any.
 */
export const isOpen = (page: Page, i: number, done: number): boolean => i >= done && page.taken[i] === 0
