import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatsOf } from './format.ts'
import { LANGUAGES, pickLanguage } from './languages.ts'

const web = join(import.meta.dirname, '..')
type Words = { [key: string]: string | Words }
const flat = (words: Words, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as [string, string]] : flat(value, `${at + key}.`),
  )
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()

async function catalogues(language: string): Promise<Map<string, Map<string, string>>> {
  const out = new Map<string, Map<string, string>>()
  for await (const path of glob(`${language}/*.ts`, { cwd: import.meta.dirname })) {
    const { default: words } = await import(/* @vite-ignore */ join(import.meta.dirname, path))
    out.set(basename(path, '.ts'), new Map(flat(words)))
  }
  return out
}

describe('catalogues', () => {
  it('have the same keys and the same holes in every language, and words for each', async () => {
    const english = await catalogues('en')
    expect(english.size).toBeGreaterThan(2)
    for (const language of Object.keys(LANGUAGES)) {
      const theirs = await catalogues(language)
      expect([...theirs.keys()].sort(), language).toEqual([...english.keys()].sort())
      for (const [name, words] of english) {
        expect([...theirs.get(name)!.keys()], `${language}/${name}`).toEqual([...words.keys()])
        for (const [key, text] of words) {
          const said = theirs.get(name)!.get(key)!
          expect(holes(said), `${language}/${name} ${key}`).toEqual(holes(text))
          expect(said.trim() === '', `${language}/${name} ${key}`).toBe(text.trim() === '')
        }
      }
    }
  })

  it('have every key that a page asks for, and none that no page asks for', async () => {
    const english = await catalogues('en')
    const known = new Set(
      [...english].flatMap(([name, words]) => [...words.keys()].map((k) => `${name}:${k}`)),
    )
    const asked = new Set<string>()
    for await (const path of glob('**/*.{ts,tsx}', {
      cwd: web,
      exclude: ['dist/**', 'i18n/e?/*', '**/*.test.ts'],
    })) {
      const text = await readFile(join(web, path), 'utf8')
      const namespace = /useWords\(\s*'(\w+)'/.exec(text)?.[1]
      if (!namespace) continue
      for (const [, key] of text.matchAll(/\bt\(\s*'([\w:.-]+)'/g))
        asked.add(key!.includes(':') ? key! : `${namespace}:${key}`)
      // A key that is put together says where it begins.
      for (const [, start] of text.matchAll(/\bt\(\s*`([\w:.-]*)\$\{/g)) {
        const from = start!.includes(':') ? start! : `${namespace}:${start}`
        const found = [...known].filter((k) => k.startsWith(from))
        expect(found.length, `${path} asks for ${from}…`).toBeGreaterThan(0)
        for (const key of found) asked.add(key)
      }
    }
    // Asked for by what the server says.
    for (const key of known) if (key.startsWith('common:problems.')) asked.add(key)
    expect([...asked].filter((key) => !known.has(key))).toEqual([])
    expect([...known].filter((key) => !asked.has(key))).toEqual([])
  })
})

it('chooses the first language that is spoken here', () => {
  expect(pickLanguage(['de-AT', 'es-MX', 'en-US'])).toBe('es')
  expect(pickLanguage([null, undefined, 'EN_us'])).toBe('en')
  expect(pickLanguage(['zh'])).toBe('en')
  expect(pickLanguage(['toString', 'constructor'])).toBe('en')
})

it('writes dates and numbers as each language does', () => {
  const at = '2026-02-03T15:30:00Z'
  expect(formatsOf('en', 'UTC').day(at)).toBe('Feb 3, 2026')
  expect(formatsOf('es', 'UTC').day(at)).toBe('3 feb 2026')
  expect(formatsOf('es').number(12345.5)).toBe('12.345,5')
})
