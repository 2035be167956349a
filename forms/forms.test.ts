import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answers,
  type Condition,
  type Definition,
  definitionFaults,
  draftFaults,
  type Field,
  isAnswered,
  isDay,
  judgeAnswers,
  shownFields,
} from './index.ts'

const words = (en: string) => ({ en })
const form = (...fields: Field[]): Definition => ({ title: words('Form'), fields })
const ask = (id: string, more: Partial<Field> = {}): Field => ({
  id,
  kind: 'text',
  label: words(id),
  class: 'clinical',
  ...more,
})
const when = (
  field: string,
  is: Condition['tests'][number]['is'],
  value?: string | number | boolean,
): Condition => ({
  match: 'all',
  tests: [{ field, is, value }],
})

/** Forms of texts, yes-no questions and choices, whose conditions look back. */
const anyForm = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((seeds) =>
  form(
    ...seeds.map((seed, n): Field => {
      const kind = (['yes-no', 'choices', 'text'] as const)[seed % 3]!
      const of = n > 0 ? Math.floor(seed / 3) % n : -1
      const is = (['answered', 'not-answered', 'equals', 'not-equals', 'contains'] as const)[
        Math.floor(seed / 7) % 5
      ]!
      const earlier = of >= 0 ? (['yes-no', 'choices', 'text'] as const)[seeds[of]! % 3]! : undefined
      const value = earlier === 'yes-no' ? seed % 2 === 0 : earlier === 'choices' ? 'a' : 'x'
      return ask(`f${n}`, {
        kind,
        required: seed % 5 === 0,
        ...(kind === 'choices' && {
          options: [
            { id: 'a', label: words('A') },
            { id: 'b', label: words('B') },
          ],
        }),
        ...(of >= 0 &&
          seed % 4 !== 0 && {
            when: { match: seed % 2 ? 'all' : 'any', tests: [{ field: `f${of}`, is, value }] },
          }),
      })
    }),
  ),
)
const anyAnswers = fc.dictionary(
  fc.nat(11).map((n) => `f${n}`),
  fc.oneof(fc.boolean(), fc.constantFrom('x', 'y', ''), fc.constantFrom<string[][]>([], ['a'], ['a', 'b'])),
)

describe('conditions', () => {
  it('look back alone: what stands after a field, or is hidden before it, changes nothing about it', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, anyAnswers, (definition, answers, others) => {
        const shown = shownFields(definition, answers as Answers)
        definition.fields.forEach((field, n) => {
          const changed: Record<string, unknown> = { ...answers }
          for (const later of definition.fields.slice(n)) {
            delete changed[later.id]
            if (later.id in others) changed[later.id] = others[later.id]
          }
          for (const earlier of definition.fields.slice(0, n))
            if (!shown.has(earlier.id)) changed[earlier.id] = 'x'
          const again = shownFields(form(...definition.fields.slice(0, n + 1)), changed as Answers)
          expect(again.has(field.id)).toBe(shown.has(field.id))
        })
      }),
    )
  })

  it('of a form that the check lets pass never mention a field that comes later', () => {
    fc.assert(
      fc.property(anyForm, fc.nat(), (definition, seed) => {
        expect(definitionFaults(definition)).toEqual([])
        const turned = [...definition.fields].sort((a, b) => (a.id < b.id ? 1 : -1))
        const n = seed % turned.length
        if (turned[n]!.when && turned.length > 1)
          expect(definitionFaults(form(...turned)).length).toBeGreaterThan(0)
      }),
    )
  })

  it('tell the kinds of tests apart', () => {
    const shows = (test: Condition, answers: Answers) =>
      shownFields(form(ask('a'), ask('b', { when: test })), answers).has('b')
    expect(shows(when('a', 'answered'), { a: ' ' })).toBe(false)
    expect(shows(when('a', 'not-answered'), {})).toBe(true)
    expect(shows(when('a', 'equals', 'Yes'), { a: ' yes' })).toBe(true)
    expect(shows(when('a', 'not-equals', 'yes'), {})).toBe(false)
    expect(shows(when('a', 'contains', 'pain'), { a: 'Some PAIN' })).toBe(true)
    expect(shows(when('a', 'contains', 'x'), { a: ['x', 'y'] })).toBe(true)
    expect(
      shows(
        {
          match: 'any',
          tests: [
            { field: 'a', is: 'equals', value: 1 },
            { field: 'a', is: 'answered' },
          ],
        },
        { a: 2 },
      ),
    ).toBe(true)
  })

  it('take an inherited name for no answer', () => {
    const definition = form(ask('constructor'), ask('b', { when: when('constructor', 'answered') }))
    expect(shownFields(definition, {}).has('b')).toBe(false)
    expect(judgeAnswers(form(ask('constructor', { required: true })), {}).faults).toEqual([
      { field: 'constructor', code: 'required' },
    ])
  })
})

describe('answers that are handed in', () => {
  it('keep of what was given just what is shown, and are whole when nothing is wrong', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (definition, answers) => {
        const { answers: kept, faults } = judgeAnswers(definition, answers as Answers)
        const shown = shownFields(definition, answers as Answers)
        for (const id of Object.keys(kept)) expect(shown.has(id)).toBe(true)
        for (const field of definition.fields)
          if (field.required && shown.has(field.id) && !(field.id in kept))
            expect(faults.some((f) => f.field === field.id)).toBe(true)
        if (faults.length) return
        // Judging what was kept once more changes nothing: server and page can't disagree over it.
        expect(judgeAnswers(definition, kept)).toEqual({ answers: kept, faults: [] })
      }),
    )
  })

  it('demand nothing of what is hidden and drop what was said there', () => {
    const definition = form(
      ask('smoker', { kind: 'yes-no' }),
      ask('since', { kind: 'date', required: true, when: when('smoker', 'equals', true) }),
      ask('brand', { required: true, when: when('since', 'answered') }),
    )
    expect(judgeAnswers(definition, { smoker: false, since: '2020-01-01', brand: 'x' })).toEqual({
      answers: { smoker: false },
      faults: [],
    })
    expect(judgeAnswers(definition, { smoker: true }).faults).toEqual([{ field: 'since', code: 'required' }])
  })

  const faults = (field: Field, answer: unknown) =>
    judgeAnswers(form(field), { [field.id]: answer } as Answers).faults.map((f) => f.code)
  it('are refused where they are of another kind or past their bounds', () => {
    expect(faults(ask('a', { limits: { longest: 3 } }), 'four')).toEqual(['too-long'])
    expect(faults(ask('a'), 7)).toEqual(['wrong-kind'])
    expect(faults(ask('a', { kind: 'number', limits: { least: 1, most: 5 } }), 6)).toEqual(['too-large'])
    expect(faults(ask('a', { kind: 'number' }), '6')).toEqual(['wrong-kind'])
    expect(faults(ask('a', { kind: 'date', limits: { to: '2020-01-01' } }), '2020-02-01')).toEqual([
      'too-late',
    ])
    expect(faults(ask('a', { kind: 'date' }), '2020-02-30')).toEqual(['bad-date'])
    expect(faults(ask('a', { kind: 'email' }), 'nobody')).toEqual(['bad-email'])
    expect(faults(ask('a', { kind: 'phone' }), '<b>')).toEqual(['bad-phone'])
    expect(faults(ask('a', { kind: 'choice', options: [] }), 'b')).toEqual(['no-option'])
    expect(faults(ask('a', { kind: 'address' }), { line: 'x' })).toEqual(['address-incomplete'])
    expect(faults(ask('a', { kind: 'address' }), { planet: 'x' })).toEqual(['wrong-kind'])
    expect(faults(ask('a', { kind: 'signature' }), { kind: 'drawn', png: 'PHN2Zz4=' })).toEqual([
      'bad-signature',
    ])
    expect(faults(ask('a', { kind: 'signature' }), { kind: 'typed', text: 'Ann', png: 'x' })).toEqual([
      'bad-signature',
    ])
    expect(faults(ask('a', { kind: 'file', limits: { count: 1 } }), ['x', 'y'])).toEqual(['too-many'])
    expect(judgeAnswers(form(ask('a')), { b: 'x' }).faults).toEqual([{ field: 'b', code: 'unknown' }])
    expect(
      judgeAnswers(form(ask('a'), { id: 'h', kind: 'heading', label: words('h') }), { h: 'x' }).faults,
    ).toEqual([{ field: 'h', code: 'unknown' }])
  })

  it('may be unfinished in a draft, and may not be something else', () => {
    expect(draftFaults(form(ask('a', { kind: 'email', required: true })), { a: 'half@' })).toEqual([])
    expect(draftFaults(form(ask('a', { kind: 'number' })), { a: 'x' })).toEqual([
      { field: 'a', code: 'wrong-kind' },
    ])
    expect(draftFaults(form(ask('a')), { a: 'x'.repeat(501) })).toEqual([
      { field: 'a', code: 'too-long', bound: 500 },
    ])
  })

  it('know nothing from something, and a day from none', () => {
    expect([
      isAnswered(false),
      isAnswered(0),
      isAnswered(''),
      isAnswered([]),
      isAnswered({ line: ' ' } as never),
    ]).toEqual([true, true, false, false, false])
    expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('x')]).toEqual([true, false, false])
  })
})

describe('a definition', () => {
  const faults = (...fields: Field[]) => definitionFaults(form(...fields)).map((f) => f.path.join('.'))
  it('names by its place what keeps it from being a form', () => {
    expect(faults()).toEqual(['fields'])
    expect(faults(ask('a'), ask('a'))).toEqual(['fields.1.id'])
    expect(faults(ask('a', { when: when('b', 'answered') }), ask('b'))).toEqual([
      'fields.0.when.tests.0.field',
    ])
    expect(faults(ask('a', { when: when('a', 'answered') }))).toEqual(['fields.0.when.tests.0.field'])
    expect(faults(ask('a', { kind: 'choice' }))).toEqual(['fields.0.options'])
    expect(faults(ask('a', { kind: 'file', class: 'contact' }))).toEqual(['fields.0.class'])
    expect(faults(ask('a', { prefill: 'birth-date' }))).toEqual(['fields.0.prefill'])
    expect(faults(ask('a', { prefill: 'given-name' }))).toEqual(['fields.0.class'])
    expect(faults(ask('a', { class: undefined }))).toEqual(['fields.0.class'])
    expect(faults(ask('a', { label: words('') }))).toEqual(['fields.0.label.en'])
    expect(faults(ask('a', { kind: 'yes-no' }), ask('b', { when: when('a', 'equals', 'x') }))).toEqual([
      'fields.1.when.tests.0.value',
    ])
  })
})
