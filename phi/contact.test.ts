import { expect, test } from 'vitest'
import { detect } from './index.ts'
import { foundByRules } from './quality/found-by-rules.ts'

const foundCodes = (text: string): string[] =>
  detect(text)
    .filter((f) => f.kind === 'diagnosis-code')
    .map((f) => text.slice(f.start, f.end))

// Phones, Social Security and provider numbers, places, days of birth and codes of diagnoses, in the forms that trades give them.

test.each([
  // Social Security numbers under other labels, and their last digits.
  ['Donor ID       519-44-7302\nDonor signed, specimen sealed', ['ssn 519-44-7302']],
  ['the patient Ana Ortiz, survivor claim 519-44-7302', ['ssn 519-44-7302']],
  ['the patient: her SSN was copied on the order, 519 44 7302, strike it', ['ssn 519 44 7302']],
  ['diabetes, S.S. No. 5I9 - 44 - 73O2', ['ssn 5I9 - 44 - 73O2']],
  ['{"pt":"Ana Ortiz","ssn4":"7302"}', ['ssn 7302']],
  ['the patient, SSN-4 7302, diabetes', ['ssn 7302']],
  // Boxes of a physician's claim.
  [
    'CMS-1500, tray 2\n3 06 27 1953\n26 ORT5736\n33a 1019333461',
    ['birth-date 06 27 1953', 'account ORT5736', 'npi 1019333461'],
  ],
  ['HCFA 1500 of the patient\n24 01 27 25  11  99213  145 00  1  1473123499', ['npi 1473123499']],
  ['UB-04 of the patient\n3a 7044135171   12 021825', ['account 7044135171']],
  // Phones.
  ['the patient is at my place, use 701, 555, 0145', ['phone 701, 555, 0145']],
  ['call the wife of the patient at 605-555-01O8', ['phone 605-555-01O8']],
  ['her mom 714*555*0103, asthma', ['phone 714*555*0103']],
  ['can I have a callback on 0044 20 7946 0188? my lithium runs out', ['phone 0044 20 7946 0188']],
  ['insulin reminder sms to 9195550146 "Hi, your visit is on Tuesday" delivered', ['phone 9195550146']],
  ['refill line, ANI=6055550153, diabetes', ['phone 6055550153']],
  ['Voicemail 605-555-0169 -> desk, 0:41 "my insulin pump beeps"', ['phone 605-555-0169']],
  // Towns, states and ZIP codes.
  [
    'the patient lives at 20417 Oak Street, Presho, South Dakota 57568',
    ['address 20417 Oak Street, Presho, South Dakota', 'zip 57568'],
  ],
  [
    '"0091183","Ortiz","Anneliese","1988-12-04","77 Tern Ct","Biloxi","MS","39530","2285550117"',
    [
      'mrn 0091183',
      'birth-date 1988-12-04',
      'address 77 Tern Ct',
      'place Biloxi',
      'place MS',
      'zip 39530',
      'phone 2285550117',
    ],
  ],
  ['<patient><city>Elko</city><state>NV</state></patient>', ['place Elko', 'place NV']],
  ['the patient moved from Las Cruces last month', ['place Las Cruces']],
  ['his mother resides in Yakima 98902, stroke', ['place Yakima', 'zip 98902']],
  ['the patient of Kankakee IL 6O9O1', ['place Kankakee IL', 'zip 6O9O1']],
  // Days of birth.
  ['the patient, dob 71358', ['birth-date 71358']],
  ['the patient, dob 1987-30-10', ['birth-date 1987-30-10']],
  ['the patient, d.o.b. 21.iii.1974', ['birth-date 21.iii.1974']],
  ['the patient Hiram Ortiz b. 1929', ['birth-date 1929']],
  // Diagnoses.
  ['Ana Ortiz, SSN 519-44-7302, chair approved, G35. Her doctor agreed', ['ssn 519-44-7302']],
])('%s', (text, found) => {
  expect(foundByRules(text)).toEqual(found)
})

test.each([
  ['the patient Ana Ortiz SOC 030125, wound care', ['030125']],
  ['insulin pump check, hospice START 011525 END 022825', ['011525', '022825']],
  ['PID-3=0044187 of the patient, RXA-3=20250210', ['20250210']],
  ['the patient was seen 3.14 for her back', ['3.14']],
  ['the patient may have her next fill 5-21.', ['5-21']],
])('a day in care: %s', (text, days) => {
  const found = detect(text).filter((f) => f.kind === 'date')
  expect(found.map((f) => text.slice(f.start, f.end))).toEqual(days)
})

test('addresses for Direct messages are of clinicians and offices', () => {
  const found = detect('the referral of the patient bounced at jlee@direct.clinic.example').filter(
    (f) => f.kind === 'email',
  )
  expect(found).toEqual([])
})

test('a whole code between marks is a diagnosis beside somebody', () => {
  const found = foundCodes('Ana Ortiz, SSN 519-44-7302, chair approved, G35. Her doctor agreed')
  expect(found).toEqual(['G35'])
})

test.each([
  'Amounts of the patients: 605, 555, 0174, 220 and 118',
  'Card of the patient declined, "brand": "visa", "last4": "4242"',
  'Chairs of the clinic:\n3 06 27 1953\n26 10193334',
  'I called about the claim of the patient, ref for the call 5582017',
  'SSN 999-99-9999 is what the patient types',
  'on call for the clinic:\nRN,Ana Ortiz,276-555-0102\nMD,Leo Strand,276-555-0103',
  'Insulin pump firmware seen 3.14.2 in the clinic',
  'The SD card of the clinic and the car MN plates',
])('nobody: %s', (text) => {
  const found = foundByRules(text).filter((f) => !f.startsWith('account '))
  expect(found).toEqual([])
})
