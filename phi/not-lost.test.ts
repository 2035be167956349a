import { expect, test } from 'vitest'
import { detect } from './index.ts'
import { parseItem } from './quality/items.ts'

// What looks like a thing's must not take an identifier beside it along.
test.each([
  'Unit is full, a lot of pts waiting, all beds taken\nUnit 4, bed 2, MRN [[mrn:00482913]]',
  'Sample,MRN,Lot\nA,[[mrn:00482913]],77\nB,[[mrn:00482920]],78',
  'Employee,Patient,MRN,Clock In,Clock Out\nHadley,[[name:Maria Hale]],[[mrn:00482913]],08:00,09:30',
  'Patient Maria Hale has asthma. Acct: [[account:V00412345678]].',
  'MRN [[mrn:V104882]].',
  'auth for member ID [[member-id:448120331-01]] w/ CHF',
  'MRN: [[mrn:JH4200]] for [[name:Maria Hale]]',
  'her chart ([[mrn:K4471]]) is locked, patient Maria Hale',
  'SSN: [[ssn:4471]], the patient pays by Visa',
  'Referral for patient Maria Hale\nNPI:\n[[phone:614-555-0134]]',
  'the patient drove the county car away after the crash, plate [[vehicle:GKR 4471]]',
])('it is not lost: %s', (markup) => {
  const { text, labels } = parseItem('sentence', markup, true)
  const findings = detect(text)
  for (const { kind, start, end } of labels)
    expect(
      findings.filter((f) => f.start < end && start < f.end).map((f) => f.kind),
      text.slice(start, end),
    ).toContain(kind)
})

test.each([
  '"Dell","Optiplex","2010-05-01"',
  'Replaced optical cable at the nurses station, WO 551209',
  'OS upgrade, WO 55-1209',
  'device ID 3F2504E04F8911D39A0CAA44 of the tablet in the store',
  'Client is 4000 in arrears',
  'read 12*714*555*0103*77 from the row of the log',
])('nothing speaks for an identifier: %s', (text) => {
  expect(detect(text).filter((f) => f.kind !== 'health-term')).toEqual([])
})
