import type { Item } from './items.ts'
import { random } from './synthetic.ts'

const ONSETS = 'b br d dr f g gr h j k kr l m n p pr r s sh st t tr v w y z'.split(' ')
const VOWELS = 'a e i o u ai ei ou'.split(' ')
const CODAS = ['', '', 'l', 'n', 'r', 's', 'm', 'k', 'th']

/** A pronounceable word that is in no list of names. */
function madeUp(next: () => number, size: number): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!
  let word = ''
  do word += pick(ONSETS) + pick(VOWELS) + pick(CODAS)
  while (word.length < Math.min(size, 8))
  return word
}

function likeCase(word: string, model: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase()
  return model[0] === model[0]!.toUpperCase() ? word[0]!.toUpperCase() + word.slice(1) : word
}

/**
 * The item with each name's words replaced by made-up ones of the same case: what is then still found is found by form
 * and surroundings, not by lists.
 */
export function withUnknownNames(item: Item): Item {
  const next = random(`names ${item.id}`)
  const known = new Map<string, string>()
  const swap = (name: string) =>
    name.replace(/\p{L}{3,}/gu, (word) => {
      const key = word.toLowerCase()
      if (!known.has(key)) known.set(key, madeUp(next, word.length))
      return likeCase(known.get(key)!, word)
    })
  let text = ''
  let at = 0
  const labels = [...item.labels]
    .sort((a, b) => a.start - b.start)
    .map((label) => {
      text += item.text.slice(at, label.start)
      const value = item.text.slice(label.start, label.end)
      const start = text.length
      text += label.kind === 'name' ? swap(value) : value
      at = label.end
      return { ...label, start, end: text.length }
    })
  return { ...item, text: text + item.text.slice(at), labels }
}
