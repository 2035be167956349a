export interface Draft {
  kind: 'public' | 'internal'
  body: string
  /** Files of the ticket that go with it. */
  files: { id: string; name: string }[]
  /** Who else gets a reply as e-mail; `bcc` without the others' knowing. */
  cc: string[]
  bcc: string[]
}

/** Replies that were begun and not sent, by ticket: they outlive a look elsewhere. In memory alone. */
const drafts = new Map<string, Draft>()

export const draftOf = (ticketId: string): Draft =>
  drafts.get(ticketId) ?? { kind: 'public', body: '', files: [], cc: [], bcc: [] }

export function keepDraft(ticketId: string, draft: Draft): void {
  if (draft.body || draft.files.length || draft.cc.length || draft.bcc.length) drafts.set(ticketId, draft)
  else drafts.delete(ticketId)
}
