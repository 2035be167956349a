import type { SignatureRequest } from '../queries.ts'

/** How a request stands, in a word or two. */
export function standing(r: SignatureRequest): { label: string; color: 'green' | 'gray' | 'red' | 'blue' } {
  const done = r.steps.filter((s) => s.state === 'signed').length
  switch (r.state) {
    case 'open':
      return r.overdue
        ? { label: 'The day is over', color: 'red' }
        : { label: `${done} of ${r.steps.length} signed`, color: 'blue' }
    case 'declined':
      return { label: 'Declined', color: 'red' }
    case 'signed':
      return {
        label: r.trouble ? 'Signed, without a copy' : 'Signed, the copy is being made',
        color: 'green',
      }
    case 'complete':
      return { label: 'Signed by all', color: 'green' }
    default:
      return { label: CANCELLED[r.cancelledWhy ?? 'asker'], color: 'gray' }
  }
}

const CANCELLED = {
  asker: 'Taken back',
  withdrawn: 'Over: the document was withdrawn',
  destroyed: 'Over: the document was destroyed',
} as const

/** Why no copy could be made. */
export const troubleIn = (code: string): string =>
  code === 'memory' || code === 'timeout'
    ? 'The document takes too much to read, so that no signed copy could be made.'
    : 'The document could not be read, so that no signed copy could be made.'
