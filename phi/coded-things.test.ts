import { expect, test } from 'vitest'
import { foundByRules as found } from './quality/found-by-rules.ts'

test.each([
  ['Refugee clinic, patient has asthma, A# A 331 508 274', 'other-id A 331 508 274'],
  ['patient on warfarin. 4410932 is the auth, and 4410923 is her chart', 'mrn 4410923'],
  ['the appointment of Ansel Oduya comes twice\n\nSCH|4417^PLACER|||||ROUTINE', 'other-id 4417'],
  ['NM1*QC*1*ODUYA*ANSEL~\nREF*1K*4411~', 'other-id 4411'],
  ['nurse left the patient a sticker number: HQ 0331 0082', 'HQ 0331 0082'],
  ['patient with cancer, <id extension="QX-33081" root="2.16.840.1.113883.3.90"/>', 'mrn QX-33081'],
  ['NM1*QC*1*ODUYA*ANSEL~\nTRN*2*4417B~', 'other-id 4417B'],
  ['WO 330817 TRAY 12, OD -2.25, OS -1.75, VSP, patient waits', 'other-id 330817'],
  ['donor of blood, UNIT number on the bag W0331 24 118207 00', 'other-id W0331 24 118207 00'],
  [
    'the clinic left the patient a reference, seven one four four dash B',
    'other-id seven one four four dash B',
  ],
])('reads a number: %s', (text, expected) => expect(found(text).join('; ')).toContain(expected))

test.each([
  'payer wants no precert for 70551-70553 and 72141/72142 of patients with back pain',
  'patient says the bill shows anesthesia 00810 and a sleep study 95811',
  'The patient is seen. Modifier PT. 45378, 45380, 45385, G0105 concerned.',
  'new glucose of patients is 2345-7 in LOINC, hemoglobin 718-7',
  'patient with diabetes is a 1961-born smoker',
  "employee with asthma opened the neighbor's chart\n\n2026-02-17T14:02:11 user=kim act=OPEN",
  'the patient has asthma, opened as REQ0055187 for the clinic',
  'Member card of the patient with asthma, file = IMG_7731_oduya_card.jpg',
  '{"patient": "asthma", "reqId": "c77-30418"}',
  'Interpreter line for patients: Language Line client ID 330817',
  '4. Med rec no. of the patient with asthma  5. Prov no. 33-0817',
  'asthma of the patient, no sound on SpeechMike SMP3500 in the clinic',
  'phantom scan of the patient table, accession QC0331, MRI is blurred',
  'the court of the patient: General Order 2026-07 applies to asthma',
])('passes over: %s', (text) => {
  const ids = found(text).filter((f) => f.startsWith('mrn') || f.startsWith('other-id'))
  expect(ids).toEqual([])
})
