import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BundleSplitter } from './bundle-splitter.ts'
import { memberText } from './json-text.ts'
import { lines } from './lines.ts'
import { type FhirItem, readFhir } from './reader.ts'

async function* inChunks(text: string, size = 11) {
  const bytes = Buffer.from(text)
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
async function read(text: string, size?: number) {
  const items: FhirItem[] = []
  const issues: string[] = []
  for await (const one of readFhir(inChunks(text, size))) {
    if ('item' in one) items.push(one.item)
    else issues.push(`${one.issue.row} ${one.issue.reason}`)
  }
  return { items, issues, texts: items.map((i) => i.text), rows: items.map((i) => i.row) }
}

const patient = '{"resourceType":"Patient","id":"a","name":[{"family":"Doe"}]}'
const observation = '{"resourceType":"Observation","valueQuantity":{"value":1.10}}'
const bundle = (entries: string[], type = 'collection') =>
  `{"resourceType":"Bundle","type":"${type}","entry":[${entries.join(', ')}]}`
const entry = (resource: string, extra = '') => `{"fullUrl":"urn:uuid:1"${extra},"resource":${resource}}`

describe('NDJSON', () => {
  test('each line is a resource; broken ones are reported and the rest goes in', async () => {
    const result = await read(`${patient}\n\n{"resourceType":\nnull\n[1]\n{"id":"x"}\n${observation}\r\n`)
    expect(result.texts).toEqual([patient, observation])
    expect(result.rows).toEqual([1, 7])
    expect(result.issues).toEqual([
      '3 is not valid JSON',
      '4 is not a JSON object',
      '5 is not a JSON object',
      '6 is missing',
    ])
  })

  test('a first line that is broken does not take the rest with it', async () => {
    expect(await read(`{"resourceType":"Pat\n${patient}\n`)).toMatchObject({
      texts: [patient],
      issues: ['1 is not valid JSON'],
    })
  })

  test('a line may be a Bundle', async () => {
    const result = await read(
      `${bundle([entry(patient)])}\n${bundle([entry(observation), entry(patient)])}\n`,
    )
    expect(result.texts).toEqual([patient, observation, patient])
    expect(result.rows).toEqual([1, 2, 2])
  })

  test('a line that is too long is passed over in bounded memory', async () => {
    async function* giant() {
      yield Buffer.from('short\n')
      for (let i = 0; i < 64; i++) yield Buffer.alloc(1000, 0x78)
      yield Buffer.from('\nlast')
    }
    expect(await Array.fromAsync(lines(giant(), 5000))).toEqual([
      { line: 1, bytes: Buffer.from('short') },
      { line: 2, tooLong: true },
      { line: 3, bytes: Buffer.from('last') },
    ])
  })

  test('JSON nested a hundred thousand deep is no crash', async () => {
    const deep = `{"resourceType":"Patient","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const result = await read(`${deep}\n${patient}\n`, 65_536)
    expect(result.texts).toContain(patient)
  })
})

describe('a Bundle', () => {
  test.each(['transaction', 'batch', 'collection', 'searchset', 'document'])('of type %s', async (type) => {
    const result = await read(bundle([entry(patient), entry(observation)], type))
    expect(result.texts).toEqual([patient, observation])
    expect(result.items[0]?.fullUrl).toBe('urn:uuid:1')
  })

  test('keeps the text of each resource, trailing zeros and all', async () => {
    const spaced = '{ "resourceType" : "Observation",\n "valueDecimal": 1.100 }'
    expect((await read(bundle([entry(spaced)]))).texts).toEqual([spaced])
  })

  test('printed over many lines, members in any order, several behind each other', async () => {
    const pretty = JSON.stringify(JSON.parse(bundle([entry(patient)])), null, 2)
    expect((await read(pretty)).items).toHaveLength(1)
    expect(
      (await read(`{"entry":[${entry(patient)}],"type":"batch","resourceType":"Bundle"}`)).items,
    ).toHaveLength(1)
    expect((await read(`${pretty}\n${pretty}\n`)).rows).toEqual([1, 2])
    expect((await read(bundle([]))).items).toEqual([])
    expect((await read('{"resourceType":"Bundle","type":"batch"}')).items).toEqual([])
  })

  test('one resource alone, printed over many lines, even a List with its own entries', async () => {
    const list = JSON.stringify(
      { resourceType: 'List', entry: [{ item: { reference: 'Patient/a' } }] },
      null,
      1,
    )
    expect((await read(list)).texts).toEqual([list])
    expect((await read(list.replaceAll(/\s/g, ''))).items).toHaveLength(1)
    expect((await read(JSON.stringify(JSON.parse(patient), null, 1))).items).toHaveLength(1)
  })

  test('entries without a resource, deletions and search outcomes', async () => {
    const result = await read(
      bundle([
        '{"fullUrl":"x"}',
        entry(patient, ',"request":{"method":"DELETE","url":"Patient/1"}'),
        entry('{"resourceType":"OperationOutcome"}', ',"search":{"mode":"outcome"}'),
        entry(patient, ',"request":{"method":"PUT","url":"Patient/1"}'),
      ]),
    )
    expect(result.texts).toEqual([patient])
    expect(result.issues).toEqual(['1 holds no resource', '2 asks for a deletion; an import only adds'])
  })

  test.each([
    ['cut off', bundle([entry(patient)]).slice(0, -10), 'malformed-json'],
    [
      'something else between entries',
      `{"resourceType":"Bundle","type":"batch","entry":[1,${entry(patient)}]}`,
      'malformed-json',
    ],
    ['a history', bundle([entry(patient)], 'history'), 'not-fhir'],
    ['no type', `{"resourceType":"Bundle","entry":[${entry(patient)}]}`, 'not-fhir'],
    ['no FHIR', '{"a":\n1}', 'not-fhir'],
    ['another release', bundle([entry('{"resourceType":"Conformance"}')]), 'fhir-version'],
  ])('%s is refused', async (_name, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code })
  })

  test('an entry larger than the limit stops in time', () => {
    const splitter = new BundleSplitter(1000)
    splitter.push(Buffer.from('{"entry":[{"a":"'))
    expect(() => splitter.push(Buffer.alloc(2000, 0x78))).toThrow(
      expect.objectContaining({ code: 'record-too-large' }),
    )
  })

  test('Bundles within Bundles end somewhere', async () => {
    let text = patient
    for (let i = 0; i < 50; i++) text = bundle([entry(text)])
    expect(await read(text)).toMatchObject({ items: [], issues: [expect.stringContaining('Bundles within')] })
  })

  test('any JSON, cut into any chunks, comes out as it went in', async () => {
    const resource = fc
      .dictionary(fc.string(), fc.jsonValue())
      .map((o) => JSON.stringify({ ...o, resourceType: 'Basic', meta: undefined, contained: undefined }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(resource, { maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (list, size) => {
          expect((await read(bundle(list.map((r) => entry(r))), size)).texts).toEqual(list)
          expect(
            (await read(`${list.join('\n')}\n{"resourceType":"Basic"}\n`, size)).texts.slice(0, -1),
          ).toEqual(list)
        },
      ),
    )
  })
})

test('the text of a member is found where JSON.parse finds its value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (object, indent) => {
      const text = JSON.stringify(object, null, indent)
      for (const [key, value] of Object.entries(object)) {
        expect(JSON.stringify(JSON.parse(memberText(text, key)!))).toBe(JSON.stringify(value))
      }
      expect(memberText(text, '\u0000missing')).toBeUndefined()
    }),
  )
})
