import { expect, test } from 'vitest'
import { foundByRules as found } from './quality/found-by-rules.ts'

test.each([
  ['the patient says her card ending in 4471 was charged twice', ['account 4471']],
  ['refund the copay of our patient, Visa x8810', ['account x8810']],
  ['my checking acct ends 4418, you billed me for the surgery twice', ['account 4418']],
  ['patient asks for the bus card 4418', []],
  ['the card reader 4418 in the clinic is dead, patients wait', []],
])('the last digits of cards and accounts: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['Patient wants a call back. Number?\njaylen: 5035550117', ['phone 5035550117']],
  ["New kit for the patient please, his phone's 6065550147", ['phone 6065550147']],
  ['the patient is on batch 6065550147', []],
])('ten digits after talk of phones: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['last 4 of my social, which they somehow had, is 8125', ['ssn 8125']],
  ['two patients, socials end in 4410 and 9927', ['ssn 4410', 'ssn 9927']],
  ['The NPI of her doctor, as they want it on the order again, is 1234567893', ['npi 1234567893']],
  ['last 4 boxes, the number of wipes is 8125', []],
])('values far from their label: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ["A visitor's car blocks the ambulance bay, plate KLR 4827 (Ohio)", ['vehicle KLR 4827']],
  ['the patient drives a black Charger PA LTX-4093', ['vehicle LTX-4093']],
  ['Methadone clinic, patient Rusty, ID OTP-736', ['mrn OTP-736']],
  ['Patient: Rosalia Imperato, F, 92', ['age 92']],
  ['The patient turns 101 on Saturday', ['age 101']],
  ['Confirmation RX7-44KQ-09, MRI on April 9 for our patient', ['other-id RX7-44KQ-09']],
  ['The patient is late. Order confirmation LW-558210', []],
])(
  'plates with their state, IDs with letters, ages beside a sex, confirmations of care: %s',
  (text, wanted) => {
    expect(found(text)).toEqual(wanted)
  },
)

test.each([
  ['Her Dexcom transmitter is 8K4L2M', ['device 8K4L2M']],
  ['pacer of the patient, leads 5076 (PJN8830142/PJN8830199)', ['device PJN8830142', 'device PJN8830199']],
  ['denied for our patient. Appeal AP-0077182 mailed', ['other-id AP-0077182']],
  ['the patient got PA 2240630017', ['other-id 2240630017']],
  ['MRI for WEISSMAN,IRA order 774120901', ['other-id 774120901']],
  ['MRI room: work order 774120901 for the patient lift', []],
  ["I am the patient's son, I'm at 603 889 4417", ['phone 603 889 4417']],
  [
    'Patients to call:\nMRN 11840118 Castleberry\n11840118 Castleberry, Jo\n11840311 de la Garza\n11840340 Stroud',
    ['mrn 11840118', 'mrn 11840118', 'mrn 11840311', 'mrn 11840340'],
  ],
])('codes of parts, appeals, orders beside names and columns: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['the number on the bottle is 7 1 1 0 4 2 9 and my blood thinner', ['other-id 7 1 1 0 4 2 9']],
  ['scores of the patient were 7 1 1 0 4 2 9 in the test', []],
  ['wander guard: tag WG-0071183 alarms when the patient is in bed', ['device WG-0071183']],
  ['the security guard: tag WG-0071183 opens the door for patients', []],
  ['Resident Eunice Tolliver in 114-2 turns 101 on Saturday', ['age 101']],
])('digits one by one, tags of wanderers, who turns how old: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})
