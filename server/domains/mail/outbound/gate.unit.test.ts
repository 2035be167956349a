import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileState, GATE_POLICIES, judgeOutgoing, type Outgoing } from './gate.ts'

const STATES: FileState[] = [
  'uploading',
  'waiting',
  'reading',
  'clean',
  'suspected',
  'cleared',
  'infected',
  'moved',
  'purged',
]
const mail = (more: Partial<Outgoing> = {}): Outgoing => ({
  textSuspected: false,
  subjectSuspected: false,
  files: [],
  patient: false,
  ...more,
})
const anyMail = fc.record({
  textSuspected: fc.boolean(),
  subjectSuspected: fc.boolean(),
  files: fc.array(fc.constantFrom(...STATES), { maxLength: 4 }),
  patient: fc.boolean(),
})
const anyPolicy = fc.constantFrom(...GATE_POLICIES)

describe('the outbound gate', () => {
  it('lets what nothing is suspected in leave as it is, under every policy', () => {
    for (const policy of GATE_POLICIES)
      expect(judgeOutgoing(mail({ files: ['clean', 'cleared', 'purged', 'moved'] }), policy)).toEqual({
        do: 'send',
        ownSubject: true,
        reasons: [],
      })
  })
  it('does with what is suspected what the policy says', () => {
    const suspected = mail({ textSuspected: true })
    expect(GATE_POLICIES.map((p) => judgeOutgoing(suspected, p).do)).toEqual([
      'send',
      'hold',
      'block',
      'notice',
    ])
  })
  it('counts a file that nobody has read as suspected, once patience is over', () => {
    for (const state of ['uploading', 'waiting', 'reading'] as const) {
      expect(judgeOutgoing(mail({ files: [state] }), 'notice')).toEqual({
        do: 'notice',
        reasons: ['file-unread'],
      })
      expect(judgeOutgoing(mail({ files: [state], patient: true }), 'notice').do).toBe('wait')
    }
  })
  it('lets a suspected subject stay behind', () => {
    expect(judgeOutgoing(mail({ subjectSuspected: true }), 'notice')).toEqual({
      do: 'send',
      ownSubject: false,
      reasons: [],
    })
    expect(judgeOutgoing(mail({ subjectSuspected: true }), 'allow')).toEqual({
      do: 'send',
      ownSubject: true,
      reasons: [],
    })
  })
  it('follows what was decided about a held mail', () => {
    const held = mail({ textSuspected: true, files: ['suspected'] })
    expect(judgeOutgoing(held, 'ask', 'send').do).toBe('send')
    expect(judgeOutgoing(held, 'ask', 'notice').do).toBe('notice')
    expect(judgeOutgoing(held, 'ask', 'drop').do).toBe('block')
  })
  it('never sends anything suspected whole under notice, block or ask without a decision, whatever the mail', () => {
    fc.assert(
      fc.property(anyMail, anyPolicy, (m, policy) => {
        const suspect =
          m.textSuspected || m.files.some((f) => !['clean', 'cleared', 'moved', 'purged'].includes(f))
        const verdict = judgeOutgoing(m, policy)
        if (policy !== 'allow' && suspect) expect(verdict.do).not.toBe('send')
        if (policy !== 'allow' && m.subjectSuspected && verdict.do === 'send')
          expect(verdict.ownSubject).toBe(false)
        if (policy === 'block') expect(['send', 'block', 'wait']).toContain(verdict.do)
      }),
    )
  })
  it('lets an infected file leave under no policy and by nobody’s decision', () => {
    fc.assert(
      fc.property(
        anyMail,
        anyPolicy,
        fc.constantFrom(undefined, 'send', 'notice', 'drop'),
        (m, policy, decision) => {
          const verdict = judgeOutgoing(
            { ...m, files: [...m.files, 'infected'] },
            policy,
            decision as 'send' | undefined,
          )
          expect(verdict.do).not.toBe('send')
          expect(verdict.do).not.toBe('wait')
        },
      ),
    )
  })
  it('lets no file leave that nobody has read yet, also when somebody let the mail go', () => {
    for (const unread of ['uploading', 'waiting', 'reading'] as const) {
      expect(judgeOutgoing(mail({ files: [unread], patient: true }), 'ask', 'send').do).toBe('wait')
      expect(judgeOutgoing(mail({ files: [unread] }), 'ask', 'send').do).toBe('send')
    }
  })
})
