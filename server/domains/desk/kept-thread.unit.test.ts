import { expect, it } from 'vitest'
import type { DataKey } from '../../platform/keys/sealed.ts'
import { presentThread } from './present.ts'
import { type MessageRow, THREAD_FORMAT } from './records.ts'
import type { Finding } from './rules/detection.ts'
import { TicketSeal } from './seal.ts'

const ORG = '00000000-0000-7000-8000-000000000001'
const seal = new TicketSeal(ORG, Buffer.alloc(32, 7) as DataKey)
const TEXT = 'Her number is 536-22-8145, born 03/14/1961'

const id = (n: number) => `00000000-0000-7000-8000-0000000000${n}`
/** Of every message here, as the API gives it. */
const SHOWN = {
  kind: 'public',
  authorId: ORG,
  authorName: 'Ada',
  fromRequester: false,
  from: null,
  masked: false,
  phiState: 'none',
  findings: [],
  mentions: [],
  createdAt: '1970-01-01T00:00:00.000Z',
  editedAt: null,
  purgedAt: null,
  version: 1,
}

function row(n: number, more: Partial<MessageRow>): MessageRow {
  return {
    id: id(n),
    kind: 'public',
    author_id: ORG,
    author_name: 'Ada',
    from_requester: false,
    phi_state: 'none',
    version: 1,
    created_at: new Date(0),
    edited_at: null,
    cleared_at: null,
    purged_at: null,
    mentions: [],
    sealed_body: seal.seal('ticket_messages.sealed_body', id(n), TEXT),
    sealed_from: null,
    sealed_findings: null,
    ...more,
  }
}

// Pages are kept as they were shown, also by an earlier version. When this fails, messages are shown otherwise than
// before: count THREAD_FORMAT up, then take the new rendering over.
it('shows messages as its format says', () => {
  const findings: Finding[] = [
    { kind: 'ssn', start: 14, end: 25, reason: 'a number', level: 'identifier', confidence: 0.9 },
    { kind: 'name', start: 0, end: 3, reason: 'staff', level: 'weak', confidence: 0.2 },
  ]
  const { items } = presentThread(seal, [
    row(10, {}),
    row(11, {
      phi_state: 'suspected',
      sealed_findings: seal.seal('ticket_messages.sealed_findings', id(11), findings),
    }),
    row(12, { phi_state: 'purged', sealed_body: null, purged_at: new Date(1), mentions: [ORG] }),
  ])
  expect(THREAD_FORMAT).toBe(2)
  expect(items).toEqual([
    { ...SHOWN, id: id(10), body: TEXT },
    {
      ...SHOWN,
      id: id(11),
      body: 'Her number is ███████████, born 03/14/1961',
      masked: true,
      phiState: 'suspected',
      findings: [{ kind: 'ssn', reason: 'a number' }],
    },
    {
      ...SHOWN,
      id: id(12),
      body: null,
      phiState: 'purged',
      purgedAt: '1970-01-01T00:00:00.001Z',
      mentions: [ORG],
    },
  ])
})
