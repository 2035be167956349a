/** Notes that were begun and not saved, by client: they outlive a look at another tab. In memory alone. */
const drafts = new Map<string, string>()

export const draftOf = (clientId: string): string => drafts.get(clientId) ?? ''

export function keepDraft(clientId: string, text: string): void {
  if (text) drafts.set(clientId, text)
  else drafts.delete(clientId)
}
