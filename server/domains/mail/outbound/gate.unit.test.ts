import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Decision,
  type FileState,
  GATE_POLICIES,
  type GateReason,
  judgeOutgoing,
  type Outgoing,
} from './gate.ts'

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
const decided = (decision: Decision, ...knowing: GateReason[]) => ({ decision, knowing })
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
    const known = ['text-suspected', 'file-suspected'] as const
    expect(judgeOutgoing(held, 'ask', decided('send', ...known)).do).toBe('send')
    expect(judgeOutgoing(held, 'ask', decided('notice', ...known)).do).toBe('notice')
    expect(judgeOutgoing(held, 'ask', decided('drop', ...known)).do).toBe('block')
  })
  it('lets a suspected subject go by no decision: whoever let the mail go was not asked about it', () => {
    const held = mail({ textSuspected: true, subjectSuspected: true })
    expect(judgeOutgoing(held, 'ask', decided('send', 'text-suspected'))).toMatchObject({
      do: 'send',
      ownSubject: false,
    })
  })
  it('asks anew about what came to light after somebody had let the mail go', () => {
    const held = mail({ textSuspected: true, files: ['suspected'] })
    for (const policy of ['ask', 'block', 'notice'] as const)
      expect(judgeOutgoing(held, policy, decided('send', 'text-suspected', 'file-unread'))).toEqual({
        do: 'hold',
        reasons: ['text-suspected', 'file-suspected'],
      })
    expect(judgeOutgoing(mail({ files: ['clean'] }), 'ask', decided('send', 'file-unread')).do).toBe('send')
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
            decision && decided(decision as Decision, 'file-infected'),
          )
          expect(verdict.do).not.toBe('send')
          expect(verdict.do).not.toBe('wait')
        },
      ),
    )
  })
  it('lets no file leave that nobody has read yet, also when somebody let the mail go', () => {
    for (const unread of ['uploading', 'waiting', 'reading'] as const) {
      for (const patient of [true, false])
        for (const policy of GATE_POLICIES)
          expect(
            judgeOutgoing(mail({ files: [unread], patient }), policy, decided('send', 'file-unread')).do,
          ).toBe('wait')
    }
  })
})
