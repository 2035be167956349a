import { expect, test } from 'vitest'
import { detect } from './index.ts'

/** What is found as whose: "kind text". */
const found = (text: string): string[] =>
  detect(text)
    .filter((f) => f.level === 'identifier' && f.kind !== 'name' && f.kind !== 'date' && f.kind !== 'address')
    .map((f) => `${f.kind} ${text.slice(f.start, f.end)}`)

test.each([
  'The patient sees Nurse Teddy, 505-555-0120, for methadone',
  'Her claim is with the adj. Ron D., 610-555-0100',
  'Patient refill: Pharmacist is Benny, 740-555-0109',
  'Specimen for pathology: client services 801-555-0175, fax 801-555-0176',
  'LAKESHORE INTERNAL MEDICINE   ph 231-555-0170  fx 231-555-0171   visit of the patient',
  'WALDRON DRUG  606-555-0119   refill for the patient',
  'Printers of the clinic. Tech on call: Jean-Luc Amadi 207-555-0155',
  'Somebody left a lunch box in the big fridge again, please text Monique Fair 503-555-0120 before the weekend starts',
])('phones of work are nobody’s: %s', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['Patient says: call my cell 614-555-0148 after the MRI', 'phone 614-555-0148'],
  ['SMS to clinic line from +1 (512) 555-0173: my appt is at 2', 'phone +1 (512) 555-0173'],
  ['The patient has a home fax 479-555-0196 for the records', 'fax 479-555-0196'],
  ['Caller ID 207 555 0171, states she is POA for the patient', 'phone 207 555 0171'],
])('phones of patients stay: %s', (text, wanted) => {
  expect(found(text)).toContain(wanted)
})

test.each([
  'Test with ZZTEST,MOMMY (MRN 99000017) before the patients come',
  'paciente ficticio "PRUEBA, JUAN" MRN 000712007 para la clínica',
  'Aetna denied line 2 of the claim: 20610-50, dx M17.11',
  'Payer: Humana Gold Plus HMO (H1036-233), eligibility of the patient',
  'Transport of patients from 0900-1030 on Tuesday',
  'Chart folder \\\\fs2\\IOP\\2024\\Spring of the clinic',
  'Room of the patient is blocked, Facilities WO 55-1209',
  'The patient portal says account locked, E-4031',
  'Patients wait: work order 118820 for the elevator, warranty claim 3300471 with Dell',
  'USB storage of the clinic is blocked by policy GPO-0044 for patients',
])('what is a thing’s by its form is nobody’s: %s', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['her SSN last 4 (6618) is on the visit sheet', 'ssn 6618'],
  ['Patient DOB 2-2-32, SS# 22x-40-7761', 'ssn 22x-40-7761'],
  ['Palm scanner of the patient: palm IDs PS-0044187 and PS-0051902', 'biometric PS-0051902'],
  ['Voiceprint enrolled 2023 of the patient did not match (vp-0447188-e)', 'biometric vp-0447188-e'],
  ['Reminder of your mammogram appointment. Confirmation no. WWI-7Q4K2M', 'other-id WWI-7Q4K2M'],
  ['McAllister, Rory collected S25-118203 in the lab, troponin', 'other-id S25-118203'],
  ['Patient has Blue Shield, the card reads 3HZN 4471 8820', 'member-id 3HZN 4471 8820'],
  ['ILR of the patient, transmitter 8H4K2M7, sensor 0M00LT7VX', 'device 0M00LT7VX'],
  ['UB-04 rejected for the patient\n3a 4088127-1  3b 188204  6 022624', 'account 4088127-1'],
  [
    'A: can I have your member ID for the visit?\nC: it is W as in whiskey, two four four, oh seven, nine one',
    'member-id W as in whiskey, two four four, oh seven, nine one',
  ],
])('%s', (text, wanted) => {
  expect(found(text)).toContain(wanted)
})
