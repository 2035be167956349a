import { expect, test } from 'vitest'
import { foundByRules as found } from './quality/found-by-rules.ts'

test.each([
  // some words after their label
  ['Auth from the plan: QLN-5530917, given by phone, patient is on dialysis', 'other-id QLN-5530917'],
  ['Prior auth on file: PA-66410372, patient has had chemo since May', 'other-id PA-66410372'],
  ['Claim with the carrier: 0713-55-20817, patient had a neck sprain', 'other-id 0713-55-20817'],
  ['Reference for your visit is NB-240917-0338, the patient has a fever', 'other-id NB-240917-0338'],
  ['pt says the claim for her MRI ends in 5581 and was denied', 'other-id 5581'],
  ['patient still waits for Rx lisinopril 7730218 at the window', 'other-id 7730218'],
  ['the authorization they gave us for his surgery was UX5590317', 'other-id UX5590317'],
  ['PA of the patient for Ozempic, key from CoverMyMeds BX4K-LQ2M', 'other-id BX4K-LQ2M'],
  // series by their form
  ['infant with jaundice, Baby Ortega, report 2026-NV-004417 of the patient', 'other-id 2026-NV-004417'],
  ['the patient wants early fill of oxycodone, C2-0077145', 'other-id C2-0077145'],
  ['study of the patient with chest pain moved: MG260033918', 'other-id MG260033918'],
  // whose it is without what it is of
  ['the chemo referral got filed under somebody else, hers is 5510283', 'mrn 5510283'],
  ['potassium of 7.1 belongs to 5510283, patient was called', 'mrn 5510283'],
  ['Pt Noor Haddad (our # QRT0417), insulin pump is broken', 'mrn QRT0417'],
  // counted by what stands around
  ['patient with a rash, case OR26-20771 of MRN 33-20-18', 'other-id OR26-20771'],
  [
    'will-call: bag for Hector Salinas (7730218, tramadol) was picked up by somebody else',
    'other-id 7730218',
  ],
  ['veteran with PTSD, EDIPI 1730284416', 'other-id 1730284416'],
  ['paciente con asma, número de autorización 55102837', 'other-id 55102837'],
  ['my insulin never came, the order number was QO-330217', 'other-id QO-330217'],
])('reads a number of a case: %s', (text, expected) => expect(found(text)).toContain(expected))

test.each([
  'tibial insert REF 7720-B-500 LOT AJX7R for the knee of the patient',
  'Claim denied for the patient, code 97110 was paid at $1,140.20',
  'The case of the patient was closed on 2026-10-14',
  'Kiosk KSK-0044 scanned the wrong licence of the patient',
  'Full sheet of patient falls is R:\\Stats\\TX-118204.xlsx',
  'patient moved to Pine Bluff, AR 71601',
  'the invoice 2026-04471 from the linen vendor, patients had no sheets',
  'Thanks for the help with the patient. Deb Fontaine, x3312',
  'the phone on the chart of the patient, 509-555-0110, is ours',
  'RFP no. S0417-25 for shredding of charts of patients',
  'patient list did not print on WS-ED-0114',
  'Rx lisinopril 10 mg, 90 tablets, for the patient',
])('passes over: %s', (text) => {
  const ids = found(text).filter((f) => f.startsWith('mrn') || f.startsWith('other-id'))
  expect(ids).toEqual([])
})
