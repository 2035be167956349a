import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapResource } from '../fhir/map.ts'
import { readFhir } from '../fhir/reader.ts'
import { ContactPerson, RecordSchema } from '../record.ts'
import { type ExportedClient, fhirBundle, type KeptResource } from './bundle.ts'

const time = new Date('2026-01-02T03:04:05Z')

async function* bytes(parts: AsyncIterable<string>) {
  for await (const part of parts) yield Buffer.from(part)
}
/** Exports and imports again. */
async function roundTrip(client: ExportedClient, kept: KeptResource[], originalId?: string) {
  const out = {
    clients: [] as unknown[],
    contacts: [] as unknown[],
    kept: [] as string[],
    owners: [] as string[][],
  }
  const options = originalId ? { time, originalId } : { time }
  for await (const one of readFhir(bytes(fhirBundle(client, kept, options)))) {
    if (!('item' in one)) throw new Error(one.issue.reason)
    const { mapped, issues } = mapResource(one.item, 'US')
    expect(issues.filter((i) => i.severity === 'error')).toEqual([])
    if (mapped?.as === 'client') {
      out.clients.push({ kind: mapped.kind, record: mapped.record })
      out.contacts.push(...mapped.contacts)
    } else if (mapped?.as === 'contact') {
      out.contacts.push(mapped.contact)
      out.owners.push(mapped.owner)
    } else if (mapped) {
      out.kept.push(mapped.source.text)
      if (mapped.as === 'other') out.owners.push(mapped.owner)
    }
  }
  return out
}

/** Text as the record holds it: trimmed, not empty, without lone surrogates. */
const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 30) })
    .map((s) => s.trim().slice(0, max).toWellFormed())
    .filter((s) => s !== '')
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
const list = <T>(arb: fc.Arbitrary<T>, max = 3) => fc.array(arb, { maxLength: max })

const name = fc
  .record({
    use: maybe(
      fc.constantFrom('official' as const, 'usual' as const, 'maiden' as const, 'nickname' as const),
    ),
    prefix: maybe(text(40)),
    given: list(text(100)),
    family: maybe(text(100)),
    suffix: maybe(text(40)),
    text: maybe(text(300)),
  })
  .filter((n) => Boolean(n.family || n.given.length > 0 || n.text))
const phone = fc.record({
  use: maybe(
    fc.constantFrom('home' as const, 'work' as const, 'mobile' as const, 'fax' as const, 'old' as const),
  ),
  value: fc.constantFrom('+15558107203', '+442079460958', '+15558107203;ext=12', '810-7203'),
})
const email = fc.record({
  use: maybe(fc.constantFrom('home' as const, 'work' as const, 'old' as const)),
  value: fc.constantFrom('a.b@example.com', 'é@ü.de'),
})
const address = fc
  .record({
    use: maybe(
      fc.constantFrom('home' as const, 'work' as const, 'temp' as const, 'old' as const, 'billing' as const),
    ),
    line: list(text(200)),
    city: maybe(text(100)),
    state: maybe(text(100)),
    postalCode: maybe(text(20)),
    country: maybe(text(60)),
  })
  .filter((a) => Boolean(a.line.length > 0 || a.city || a.state || a.postalCode || a.country))
const named = fc.record({ system: maybe(text(300)), value: text(100) })
const contactClass = {
  phones: list(phone),
  emails: list(email),
  addresses: list(address),
  language: maybe(fc.oneof(fc.constantFrom('en', 'es-MX', 'zh-Hant'), text(35))),
  preferredContact: maybe(
    fc.constantFrom('phone' as const, 'sms' as const, 'portal' as const, 'none' as const),
  ),
}
const tags = list(text(60))
const demographic = fc.record({
  birthDate: maybe(fc.constantFrom('1980-02-03', '1980-02', '1980')),
  sex: maybe(fc.constantFrom('female' as const, 'male' as const, 'other' as const, 'unknown' as const)),
  genderIdentity: maybe(text(100)),
  maritalStatus: maybe(text(60)),
  race: maybe(text(200)),
  ethnicity: maybe(text(200)),
  deceased: maybe(fc.oneof(fc.constantFrom('true', 'false', '2001-02-03', '2001-02-03T04:05:06Z'), text(40))),
  tags,
})
const identifier = fc
  .record({
    ssn: maybe(fc.constantFrom('212345678', '999945397')),
    mrns: list(named),
    memberIds: list(named),
    other: list(fc.record({ system: maybe(text(300)), value: text(100), type: maybe(text(100)) })),
  })
  .filter((i) => Boolean(i.ssn || i.mrns.length + i.memberIds.length + i.other.length))
const rest = {
  identifier: maybe(identifier),
  clinical: maybe(fc.record({ summary: text(50_000) })),
  financial: maybe(
    fc
      .record({ payer: maybe(text(300)), plan: maybe(text(300)), summary: maybe(text(10_000)) })
      .filter((f) => Boolean(f.payer || f.plan || f.summary)),
  ),
}
const contact = fc
  .record({
    name,
    relationship: maybe(text(100)),
    phones: list(phone),
    emails: list(email),
    addresses: list(address),
    isGuardian: fc.boolean(),
    isEmergency: fc.boolean(),
  })
  .map((c) => ContactPerson.parse(clean(c)))
const resource = fc
  .record({ display: text(50), value: fc.constantFrom('1.10', '0', '3.000') })
  .map(({ display, value }) => ({
    id: crypto.randomUUID(),
    type: 'Observation',
    text: `{"resourceType":"Observation","status":"final","code":{"text":${JSON.stringify(display)}},"subject":{"reference":"Patient/p1"}, "valueQuantity":{"value":${value}}}`,
  }))

const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const client = (kind: 'person' | 'organisation', record: fc.Arbitrary<object>) =>
  fc.record({ record, contacts: list(contact) }).map(({ record, contacts }) => ({
    id: crypto.randomUUID(),
    kind,
    record: RecordSchema.parse(clean(record)),
    contacts: contacts.map((c) => ({ ...c, id: crypto.randomUUID() })),
  }))

const person = client(
  'person',
  fc.record({
    contact: fc.record({
      ...contactClass,
      names: fc.array(name, { minLength: 1, maxLength: 3 }),
      organisationName: maybe(text(300)),
    }),
    demographic: maybe(demographic),
    ...rest,
  }),
)
const organisation = client(
  'organisation',
  fc.record({ contact: fc.record({ ...contactClass, organisationName: text(300) }), ...rest }),
)

/** Empty classes say nothing and do not come back. */
function essence(record: object): object {
  const { demographic, ...others } = record as { demographic?: { tags: string[] } }
  const says = demographic && (Object.keys(demographic).length > 1 || demographic.tags.length > 0)
  return says ? { ...others, demographic } : others
}

for (const [kind, arbitrary] of [
  ['a person', person],
  ['an organisation', organisation],
] as const) {
  test(`${kind}: import(export(x)) is x`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, list(resource), async (x, kept) => {
        const back = await roundTrip(x, kept, 'p1')
        expect(back.clients).toEqual([{ kind: x.kind, record: essence(x.record) }])
        expect(back.contacts).toEqual(x.contacts.map(({ id: _, ...c }) => c))
        expect(back.kept).toEqual(kept.map((k) => k.text))
        for (const owner of back.owners) expect(owner).toEqual(['ref|Patient/p1'])
      }),
      { numRuns: 200 },
    )
  })
}

test('the imported original is not sent beside what is made anew', async () => {
  const [x] = fc.sample(person, 1)
  const original = { id: 'o', type: 'Patient', text: '{"resourceType":"Patient","name":[{"family":"Old"}]}' }
  expect((await roundTrip(x!, [original])).clients).toHaveLength(1)
})
