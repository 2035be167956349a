import { expect, it } from 'vitest'
import { pieces, splitQuote } from './links.ts'

it('tells web addresses apart, without the sentence’s own signs', () => {
  expect(pieces('See https://status.example.test/a?b=1, and call.')).toEqual([
    { text: 'See ' },
    { text: 'https://status.example.test/a?b=1', href: 'https://status.example.test/a?b=1' },
    { text: ', and call.' },
  ])
  expect(pieces('javascript:alert(1) file:///etc')).toEqual([{ text: 'javascript:alert(1) file:///etc' }])
  expect(pieces('')).toEqual([])
})

it('parts a reply from the history that it quotes', () => {
  expect(splitQuote('It works again.\n\n> Did it help?\n> Ola\n')).toEqual({
    said: 'It works again.',
    quoted: '> Did it help?\n> Ola',
  })
  expect(splitQuote('> quoted alone')).toEqual({ said: '> quoted alone', quoted: '' })
  expect(splitQuote('a\n> b\nc')).toEqual({ said: 'a\n> b\nc', quoted: '' })
})
