import { createReadStream, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Mapped, mapResource } from './map.ts'
import { readFhir } from './reader.ts'

const folder = new URL('../fixtures/synthea/', import.meta.url)

async function mapFile(file: string): Promise<Mapped[]> {
  const found: Mapped[] = []
  for await (const one of readFhir(createReadStream(new URL(file, folder)))) {
    if (!('item' in one)) throw new Error(one.issue.reason)
    const { mapped } = mapResource(one.item, 'US')
    if (mapped) found.push(mapped)
  }
  return found
}
const map = (resource: object, fullUrl?: string) =>
  mapResource(
    { row: 1, resource: resource as never, text: JSON.stringify(resource), ...(fullUrl ? { fullUrl } : {}) },
    'US',
  )

describe('the synthetic export', () => {
  test('a Patient becomes a person', async () => {
    const [first] = await mapFile('Patient.ndjson')
    expect(first).toMatchObject({
      as: 'client',
      kind: 'person',
      record: {
        contact: {
          names: [
            { use: 'official', prefix: 'Mrs.', given: ['Sumiko254', 'Larue605'], family: 'Medhurst46' },
            { use: 'maiden', family: 'Cummerata161' },
          ],
          phones: [{ use: 'home', value: '+15558107203' }],
          language: expect.stringMatching(/^[a-z]{2}/),
        },
        demographic: {
          birthDate: '1927-05-21',
          sex: 'female',
          race: 'White',
          ethnicity: 'Not Hispanic or Latino',
          deceased: '1989-05-09T20:35:22-04:00',
        },
        identifier: {
          ssn: '999945397',
          mrns: [
            { system: 'http://hospital.smarthealthit.org', value: '129c6ac7-8d06-89de-ad63-0204a93e76c3' },
          ],
        },
      },
      source: {
        lasting: [
          'id|Patient|https://github.com/synthetichealth/synthea|129c6ac7-8d06-89de-ad63-0204a93e76c3',
          'id|Patient|http://hospital.smarthealthit.org|129c6ac7-8d06-89de-ad63-0204a93e76c3',
          'ref|Patient/129c6ac7-8d06-89de-ad63-0204a93e76c3',
        ],
      },
    })
  })

  test('every resource finds its patient or organisation, its label and its date', async () => {
    const clients = [...(await mapFile('Patient.ndjson')), ...(await mapFile('Organization.ndjson'))]
    const known = new Set(clients.flatMap((c) => c.source.keys))
    let others = 0
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.ndjson'))) {
      for (const mapped of await mapFile(file)) {
        if (mapped.as !== 'other') continue
        others++
        expect(
          mapped.owner.some((key) => known.has(key)),
          file,
        ).toBe(true)
        expect(mapped.source.label, file).toBeTruthy()
        if (file !== 'Location.ndjson') expect(mapped.source.date, file).toMatch(/^\d{4}-/)
      }
    }
    expect(others).toBeGreaterThan(30)
  })

  test('a role ties a practitioner to an organisation by their identifiers', async () => {
    const [role] = await mapFile('PractitionerRole.ndjson')
    const practitioners = (await mapFile('Practitioner.ndjson')).flatMap((p) => p.source.keys)
    const organizations = (await mapFile('Organization.ndjson')).flatMap((o) => o.source.keys)
    expect(role).toMatchObject({
      as: 'role',
      adds: { relationship: expect.any(String), phones: [{}], emails: [{}] },
    })
    if (role?.as !== 'role') return
    expect(practitioners).toContain(role.practitioner[0])
    expect(organizations).toContain(role.organization[0])
  })
})

describe('references', () => {
  const owner = (reference: object, more: object = {}) => {
    const { mapped } = map({ resourceType: 'Condition', subject: reference, ...more })
    return mapped?.as === 'other' ? mapped.owner : undefined
  }
  test.each<[object, string[]]>([
    [{ reference: 'Patient/17' }, ['ref|Patient/17']],
    [{ reference: 'Patient/17/_history/3' }, ['ref|Patient/17']],
    [{ reference: 'https://x.org/fhir/Patient/17' }, ['url|https://x.org/fhir/Patient/17', 'ref|Patient/17']],
    [{ reference: 'urn:uuid:0b1' }, ['url|urn:uuid:0b1']],
    [{ reference: 'Patient?identifier=http%3A%2F%2Fx%7C7' }, ['id|Patient|http://x|7']],
    [{ reference: 'Patient?identifier=http://x|7' }, ['id|Patient|http://x|7']],
    [{ identifier: { system: 'http://x', value: '7' } }, ['id|Patient|http://x|7']],
    [{ reference: 'Group/17' }, []],
    [{ display: 'Jane' }, []],
  ])('%j', (reference, keys) => {
    expect(owner(reference)).toEqual(keys)
  })
  test('to a contained patient', () => {
    const contained = [{ resourceType: 'Patient', id: 'p', identifier: [{ system: 'http://x', value: '7' }] }]
    expect(owner({ reference: '#p' }, { contained })).toEqual(['id|Patient|http://x|7'])
  })
  test('of an appointment, among its participants', () => {
    const { mapped } = map({
      resourceType: 'Appointment',
      status: 'booked',
      participant: [
        { status: 'accepted', actor: { reference: 'Practitioner/1' } },
        { status: 'accepted', actor: { reference: 'Patient/17' } },
      ],
    })
    expect(mapped).toMatchObject({ owner: ['ref|Patient/17'] })
  })
  test('short ids, member numbers and SSNs do not say who somebody is in another import', () => {
    const { mapped } = map(
      {
        resourceType: 'Patient',
        id: '17',
        name: [{ family: 'Doe' }],
        identifier: [
          { system: 'http://x', value: '1', type: { coding: [{ code: 'MB' }] } },
          { system: 'http://x', value: '2', type: { coding: [{ code: 'SS' }] } },
          { system: 'http://x', value: '3', type: { coding: [{ code: 'MR' }] } },
          { value: '4' },
        ],
      },
      'urn:uuid:9',
    )
    expect(mapped?.source.lasting).toEqual(['id|Patient|http://x|3'])
    expect(mapped?.source.keys).toEqual(expect.arrayContaining(['ref|Patient/17', 'url|urn:uuid:9']))
  })
})

describe('people', () => {
  test('RelatedPerson and Patient.contact become contacts', () => {
    const relationship = [
      { coding: [{ code: 'GUARD' }] },
      { coding: [{ code: 'MTH', display: 'mother' }] },
      { coding: [{ code: 'C' }] },
    ]
    const person = {
      name: { given: ['Ana'], family: 'Doe' },
      relationship: 'mother',
      isGuardian: true,
      isEmergency: true,
    }
    const name = { given: ['Ana'], family: 'Doe' }
    expect(
      map({ resourceType: 'RelatedPerson', patient: { reference: 'Patient/1' }, name: [name], relationship })
        .mapped,
    ).toMatchObject({ as: 'contact', owner: ['ref|Patient/1'], contact: person })
    expect(
      map({ resourceType: 'Patient', name: [{ family: 'Doe' }], contact: [{ name, relationship }] }).mapped,
    ).toMatchObject({ contacts: [person] })
  })

  test.each<[string, object, string]>([
    ['without a name', { resourceType: 'Patient' }, 'Patient.name'],
    ['with an empty name', { resourceType: 'Patient', name: [{ use: 'official' }] }, 'Patient.name'],
    [
      'with an over-long name',
      { resourceType: 'Patient', name: [{ family: 'x'.repeat(101) }] },
      'Patient.name[0].family',
    ],
    [
      'born on a day that is none',
      { resourceType: 'Patient', name: [{ family: 'x' }], birthDate: '1980-02-30' },
      'Patient.birthDate',
    ],
    ['an organisation without a name', { resourceType: 'Organization' }, 'Organization.name'],
  ])('%s: refused, naming the element', (_name, resource, field) => {
    const { mapped, issues } = map(resource)
    expect(mapped).toBeUndefined()
    expect(issues).toEqual([expect.objectContaining({ field, severity: 'error' })])
  })

  test('what the record can not take is remarked on, not fatal', () => {
    const { mapped, issues } = map({
      resourceType: 'Patient',
      name: [{ family: 'Doe' }],
      telecom: [
        { system: 'email', value: 'none' },
        { system: 'phone', value: 'call' },
        { system: 'url', value: 'http://x' },
      ],
      address: [{ line: ['x'.repeat(201)] }],
      identifier: [{ system: 'http://x', value: 'y'.repeat(200) }],
    })
    expect(mapped).toBeDefined()
    expect(issues.map((i) => i.field)).toEqual([
      'Patient.telecom[0]',
      'Patient.telecom[1]',
      'Patient.telecom[2]',
      'Patient.address[0].line',
      'Patient.identifier[0]',
    ])
    expect(issues.every((i) => i.severity === 'warning')).toBe(true)
  })
})
