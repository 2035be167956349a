import { expect, test } from 'vitest'
import { detect } from './index.ts'

/** What is found as whose: "kind text". */
const found = (text: string): string[] =>
  detect(text)
    .filter((f) => f.level === 'identifier' && f.kind !== 'name')
    .map((f) => `${f.kind} ${text.slice(f.start, f.end)}`)

test.each([
  [
    'Reprint the CMS-1500 of Ines Paquette: box 1a R30118847, box 23 = PA5519007, box 26 FAU0012',
    ['member-id R30118847', 'other-id PA5519007', 'account FAU0012'],
  ],
  ['UB-04 of the patient: FL 3a E4471900218, FL 3b M000772194', ['account E4471900218', 'mrn M000772194']],
  ['PID-3 is 0044718 and PID-18 has 9900412, admitted for sepsis', ['mrn 0044718', 'account 9900412']],
  ['(0010,0020) is RM883201 on her breast MRI', ['mrn RM883201']],
])('fields of forms and messages tell by their number: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  'The patient portal is down, closing as INC0048813',
  'Test patient MRN 000000, account 0000000',
  'Prices for patients: 70551 MRI brain 2,840.00; 45378 colonoscopy 3,115.00',
  'Downtime forms DT-000001 to DT-000500 go to the nurses',
  'My badge 26-00417 will not open the door of the clinic',
  'Client: Cedar Bend Family Medicine, acct 20817, specimens for pathology',
  'FedEx account 2204-1877-4 for specimens',
  'Philips case 8801182044 for the ultrasound probe in triage',
  'Tag      Model         Serial\nEG-1002  OptiPlex 7090  8KQ5TG3   Nurse station\nEG-1003  OptiPlex 7090  8KQ5TG4   Patient check-in',
])("numbers of things are nobody's: %s", (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['silver Corolla 8JKX204 of the patient in triage', 'vehicle 8JKX204'],
  ['tow the van? tag BZN 2041, belongs to a wheelchair patient', 'vehicle BZN 2041'],
  ['unit W0442 25 118204 of blood was hung for the patient', 'other-id W0442 25 118204'],
  ['the tablet we lent her, s/n R52N20418KX, for her diabetes', 'device R52N20418KX'],
  ['card 4485 2200 1837 6609 was charged for her visit', 'account 4485 2200 1837 6609'],
  ['wrong share: C:\\scans\\MRN0091184_hp.pdf of a patient', 'mrn 0091184'],
  ['Juror no. 118-4402 is on dialysis', 'other-id 118-4402'],
  ['His patient number on the bracelet was 4402-91-7', 'mrn 4402-91-7'],
  ['Capitation list shows Ruben Achterberg (90118204-02), asthma', 'member-id 90118204-02'],
  ['Zainab Al-Rashidi id MC 0044 718 29 needs a referral', 'member-id MC 0044 718 29'],
])('%s', (text, wanted) => {
  expect(found(text)).toContain(wanted)
})

test('blocks of a longer number are no Social Security number', () => {
  expect(found('UPS 1Z 44A 870 03 9921 5532 for the clinic')).toEqual([])
})

test('the plural of a word tells as the word does', () => {
  expect(found('Two wristbands printed for the patient: 77120391 and 77120913')).toEqual([
    'mrn 77120391',
    'mrn 77120913',
  ])
})

test('numbers that differ in a digit or two are of one kind', () => {
  expect(found('Her CPAP: card says device 23194471806, chart has 23194471860.')).toEqual([
    'device 23194471806',
    'device 23194471860',
  ])
})

test('"his is" goes on with the kind that was spoken of', () => {
  expect(found('Her member id is W2241 08837. His is XQP903117286, both for asthma.')).toContain(
    'member-id XQP903117286',
  )
})

test.each([
  'SIP trunk 198.51.100.8:5061 of the patient line',
  'her telehealth session, our turn server 203.0.113.8',
])('what listens at a port, or is called a server, is a machine: %s', (text) => {
  expect(found(text)).toEqual([])
})
