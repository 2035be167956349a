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

test.each([
  ['lab order LB-4471820 of the patient', 'LB-4471820'],
  ['Genetics report GN-2025-1182 for Ingrid Salvesen', 'GN-2025-1182'],
  ['Report HX-30-44821 (BRCA) for her oncologist', 'HX-30-44821'],
  ['She could not hear him. Session tv-993-0418-22, her doctor waited', 'tv-993-0418-22'],
  ['Urine screen UDS-90118 is positive', 'UDS-90118'],
  ['methadone dose order # DO-220917, reader driver 2.2.0 fails', 'DO-220917'],
  ['subject 2204-0019 was randomized, protocol ABX-301', '2204-0019'],
])('what care makes papers of has numbers without a label: %s', (text, wanted) => {
  expect(found(text)).toContain(`other-id ${wanted}`)
})

test.each([
  'Crystal report CR-44120 for the clinic fails to load on the workstation',
  'Citrix session CTX-440182 hangs for all users at the clinic',
  'Purchase order PO-771903 for infusion pumps of the clinic',
  'Weekly report WR-2025-11 of the clinic: 44 tickets closed',
  'lab orders OR-2025 template for all patients',
  'Is it the accent (U+2019 or 0x2019)? The patient list shows error 0x80070643 and "malfunction 6-0x20A2"',
  'Renewal: PID WS-C2960X-48, SN FCW1918A0ZZ, for the clinic network',
])("papers and constants of machines are nobody's: %s", (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['Cedric Amado INR 2.1 meter CoaguChek UU20918844', 'device UU20918844'],
  ['AirSense 10 23191188274 of Mrs. Odell, apnea', 'device 23191188274'],
  ['His Accu-Chek AC90114472 will not pair, diabetes', 'device AC90114472'],
  ['Tablet S/N R9WT30CXYZ8, she has it at home, heart failure', 'device R9WT30CXYZ8'],
  ['Visitor of the patient, car OR 884 KTX, needs the lot gate', 'vehicle 884 KTX'],
  ['I gave the death certificate, no. 2025-014-00772, of my father to the clinic', 'licence 2025-014-00772'],
  ['(0010,0020) LO PX0091844', 'mrn PX0091844'],
  ['Label: HOLLOWAY, TESS 0067113, lav top of the patient', 'mrn 0067113'],
  ['Our provider table reads 1055210276 for Dr. Cho, server restarts at 5', 'npi 1055210276'],
  ['prescriber XDEA: AB6437013, app error 403', 'dea AB6437013'],
])('%s', (text, wanted) => {
  expect(found(text)).toContain(wanted)
})

test("addresses of somebody's home are that person's, also private ones; versions are none", () => {
  const home = 'Patient Cyrus Tyndall put it on home wifi, address 192.168.1.47, public 47.144.20.5'
  expect(found(home)).toEqual(['ip 192.168.1.47', 'ip 47.144.20.5'])
  expect(found('Patient Cyrus Tyndall is on our office wifi, address 192.168.1.47')).toEqual([])
  expect(found('The app of patient Cyrus Tyndall: client 7.2.1.44, PCL6 3.0.2.0')).toEqual([])
})

test.each([
  'The copay was charged twice ($40). Terminal ID 00382910, merchant support says wait',
  'POS ID 00382910 took the copay twice, insurance is right',
  'Pinpad no. 00382910 of the desk took the copay of the patient twice',
  'SPECIMEN PROBLEM REPORT\nClient: 40118 Cedar Family Med\nProblem: name on tube',
  'Client #40118 Lakeside Pediatrics, specimen lost',
  'Customer no. 40118, Valley Dermatology: result of the biopsy is late',
])('numbers of terminals and of customers of a laboratory: %s', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  'claim denied, diagnosis rejected: reason code M76 of the clinic patient',
  'diagnosis claim, bank reject code R03',
  'diagnosis of the claim, return code: R03',
  'Diagnosis file: NACHA code R03, payment of the patient',
  'dx on the claim, denial N30',
])('why something was given back is no diagnosis: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'diagnosis-code')).toEqual([])
})

test('a client of a clinic is still somebody', () => {
  expect(found('Client: 40118, Ana Petrakis, has an intake visit')).toContain('mrn 40118')
  expect(found('Reason for visit: N30.0, client # BH-20611 has pain')).toContain('mrn BH-20611')
})
