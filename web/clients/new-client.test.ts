import { expect, it } from 'vitest'
import { EMPTY, newBody } from './new-client.ts'

const all = { demographic: true, identifier: true }
const filled = {
  ...EMPTY,
  given: 'Ola  Maria',
  family: ' Berg ',
  birthDate: '1980-06-15',
  ssn: '900-12-3456',
  phone: '555-0101',
  groupId: 'g',
}

it('sends what was filled in', () => {
  expect(newBody(filled, all)).toEqual({
    kind: 'person',
    groupId: 'g',
    facilityId: null,
    contact: {
      names: [{ use: 'official', given: ['Ola', 'Maria'], family: 'Berg' }],
      phones: [{ value: '555-0101' }],
      emails: [],
    },
    demographic: { birthDate: '1980-06-15' },
    identifier: { ssn: '900-12-3456', mrns: [] },
  })
})
it('leaves out classes that the person may not write', () => {
  const body = newBody(filled, { demographic: false, identifier: false })
  expect(body).not.toHaveProperty('demographic')
  expect(body).not.toHaveProperty('identifier')
})
it('takes nothing of a person into an organisation', () => {
  const body = newBody({ ...filled, kind: 'organisation', organisationName: 'Elm Practice', mrn: 'M1' }, all)
  expect(body.contact.names).toEqual([])
  expect(body).not.toHaveProperty('demographic')
  expect(body).toMatchObject({
    contact: { organisationName: 'Elm Practice' },
    identifier: { mrns: [{ value: 'M1' }] },
  })
  expect(JSON.stringify(body)).not.toContain('900-12')
})
