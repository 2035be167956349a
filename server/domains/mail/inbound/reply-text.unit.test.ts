import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyText } from './reply-text.ts'

const fresh = (text: string) => replyText(text).fresh.trim()

describe('what is new in a reply', () => {
  it('ends where the history begins, however the mail program marks it', () => {
    for (const history of [
      'On Tue, 3 Mar 2026 at 09:00, Desk <desk@clinic.example> wrote:\n> Hello\n> there',
      'On Tue, 3 Mar 2026 at 09:00, Desk\n<desk@clinic.example> wrote:\n\n> Hello\n',
      'Am 03.03.2026 um 09:00 schrieb Desk:\n> Hallo',
      'Le mar. 3 mars 2026 à 09:00, Desk <d@x.example> a écrit :\n> Bonjour',
      'El mar, 3 mar 2026, Desk escribió:\n> Hola',
      '2026年3月3日 Desk <d@x.example> 写道：\n> 你好',
      '-----Original Message-----\nFrom: Desk\nSent: Tuesday\nTo: Ada\nSubject: x\n\nHello',
      '________________________________\nFrom: Desk <d@x.example>\nSent: Tuesday\nTo: Ada\nSubject: x\n\nHello',
      '*From:* Desk\n*Date:* Tuesday\n*To:* Ada\n*Subject:* x\n\nHello',
      'Von: Desk\nGesendet: Dienstag\nAn: Ada\nBetreff: x\n\nHallo',
      '> Hello\n> there\n\n',
      'On Tue, Desk wrote:\nHello without any mark',
    ])
      expect(fresh(`It works now.\n\nThank you\n\n${history}`), history).toBe('It works now.\n\nThank you')
  })
  it('is everything where answers stand between the quoted lines', () => {
    const text = 'On Tue, 3 Mar 2026, Desk wrote:\n> Is it on?\nYes.\n> And now?\nNo.'
    expect(replyText(text)).toEqual({ fresh: text, history: '' })
    const bare = '> Is it on?\nYes.'
    expect(replyText(bare).history).toBe('')
  })
  it('is hidden behind no signature below the quote', () => {
    expect(fresh('Yes.\n\nOn Tue, 3 Mar 2026, Desk wrote:\n> Is it on?\n\n-- \nAda')).toBe('Yes.')
  })
  it('is all of a mail that was forwarded, or that quotes alone', () => {
    for (const text of [
      '-----Original Message-----\nFrom: a\nSent: b\nTo: c\n\nHello',
      '> only this',
      '\n\nFrom: a\nDate: b\nTo: c\n\nHello',
      '---------- Forwarded message ---------\nFrom: a@b.example\nDate: Tue\nSubject: x\nTo: c\n\nHello',
    ])
      expect(replyText(text).fresh).toContain(text.trim().split('\n').at(-1))
  })
  it('takes no ordinary sentence for history', () => {
    for (const text of [
      'From: here to there it is far.\nI think so.',
      'On Monday I wrote: nothing.\nAnd more.',
      'She said:\nhello',
      'a\n____________\nb',
    ])
      expect(replyText(text)).toEqual({ fresh: text, history: '' })
  })
  it('loses nothing of any text', () => {
    const line = fc.constantFrom(
      '> q',
      '',
      'On Tue, 3 Mar 2026, D wrote:',
      'From: a',
      'Sent: b',
      'To: c',
      'text',
      '-- ',
      '____________',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
        const text = lines.join('\n').replace(/\r\n?/g, '\n')
        const { fresh: f, history } = replyText(text)
        expect(f + history).toBe(text)
      }),
    )
  })
  it('takes its time in proportion: no text makes it hang', () => {
    const began = process.cpuUsage()
    for (const text of [
      'On '.repeat(200_000),
      `On ${'a '.repeat(300_000)}`,
      'On a\n'.repeat(19_000),
      `${'>'.repeat(500_000)}\n`,
      `${' '.repeat(500_000)}x`,
      `From: ${'a:'.repeat(200_000)}`,
    ])
      replyText(text)
    // Were it quadratic, it would be minutes.
    expect(process.cpuUsage(began).user).toBeLessThan(10_000_000)
  })
})
