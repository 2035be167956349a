import { expect, test } from 'vitest'
import { foundByRules } from './quality/found-by-rules.ts'

// How people and their places are reached: what rules alone find, positive and negative.

test.each([
  // What tells homes in one house apart stands between street and town.
  [
    'Send her insulin to 44 Ocean Pkwy, #6-H, Brooklyn 11223-4406 please',
    ['address 44 Ocean Pkwy, #6-H, Brooklyn', 'zip 11223-4406'],
  ],
  [
    'the patient lives at 60 Hollow Rd, lower flat, Cobleskill',
    ['address 60 Hollow Rd, lower flat, Cobleskill'],
  ],
  [
    'Patient stays at 63 Purchase Street, 2nd floor, New Bedford.',
    ['address 63 Purchase Street, 2nd floor, New Bedford'],
  ],
  [
    'Patient moved to 18 Alder Ct, carriage house, Meriden.',
    ['address 18 Alder Ct, carriage house, Meriden'],
  ],
  ['ship her insulin: 32 Renner Rd, Apt 1414, 75082\n', ['address 32 Renner Rd, Apt 1414', 'zip 75082']],
  ["the patient's address is 9 Clark Ave, 44109.", ['address 9 Clark Ave', 'zip 44109']],
  [
    'Her landlord at 17 Sweetgum St (Pine Bluff, 71601) cut the heat, client has asthma',
    ['address 17 Sweetgum St (Pine Bluff', 'zip 71601'],
  ],
  [
    'Patient: Route 1, Box 447-A, Clintwood, Virginia 24228',
    ['address Route 1, Box 447-A, Clintwood, Virginia', 'zip 24228'],
  ],
  // Towns of ordinary words, and in fields of messages.
  ["the patient's address is 12 Okra St, Port Gibson.", ['address 12 Okra St, Port Gibson']],
  ['The patient wants to go home to Bar Harbor.', ['place Bar Harbor']],
  ['the patient is in Siloam Springs with his daughter', ['place Siloam Springs']],
  [
    'IN1|1|PPO|QUISPE^MARISOL|77 ALDER CT^^BOISE^ID^83702||',
    ['address 77 ALDER CT', 'place BOISE', 'zip 83702'],
  ],
])('places: %s', (text, wanted) => {
  for (const each of wanted) expect(foundByRules(text)).toContain(each)
})

test.each([
  'The printer in Receiving jams, the patient labels are torn',
  'Our patient went home to God on Sunday',
  'Caseload transfer from Kristof Bell to her, diabetes clients',
  'Her husband drives a blue Silverado, KY 882-GHT, to the clinic',
  'due for the patient: Dr Polk TN lic 7261',
])('no place of anybody: %s', (text) => {
  expect(foundByRules(text).filter((f) => f.startsWith('place'))).toEqual([])
})

test.each([
  ['Her boyfriend answers on 918-555-0122, vendor says the server has no kit', 'phone 918-555-0122'],
  ['clinic line, caller Mrs Orlov number 716.555.0142, her insulin', 'phone 716.555.0142'],
  ['vm transcript 8:04a, server 2, from (618) 555-0177\n"I am calling for my mom"', 'phone (618) 555-0177'],
  ['Vendor: called the patient, left word at 972-555-0177, mailbox full', 'phone 972-555-0177'],
  ['I am her sister, please call 1-615-555-0174 after 3', 'phone 1-615-555-0174'],
  ["the patient's phone is 210 5550 169", 'phone 210 5550 169'],
  ['patient phone on profile 5550138, rx is ready', 'phone 5550138'],
  ['called pt 410-555-0174 about insulin', 'phone 410-555-0174'],
  ['Patient row: OBRIEN|4 OAK PL|PORTLAND|OR|97202|5035550147|HX2', 'phone 5035550147'],
  ['The patient said I see the other doctor. cell 808-555-0119', 'phone 808-555-0119'],
  ["the patient said I'm at 5 1 5, 5 5 5, 0 1 8 1 after noon", 'phone 5 1 5, 5 5 5, 0 1 8 1'],
  // A fax is told by what is said around it.
  ['The records of the patient go to her own machine at home, 828-555-0119.', 'fax 828-555-0119'],
  ['Please fax my MRI report to my house, the number is 360-555-0183', 'fax 360-555-0183'],
  ['it was for (928) 555-0150, which is the home fax of the patient', 'fax (928) 555-0150'],
  ['My fax is 605-555-0148 and I’m at 605-555-0149, about my insulin', 'phone 605-555-0149'],
])('whose a line is: %s', (text, wanted) => {
  expect(foundByRules(text)).toContain(wanted)
})

test.each([
  'Our main office 612-555-0100, fax 612-555-0105, opens at 8',
  'Nurse Teddy at 505-555-0138 reviews it',
  'The landlord of the office, cousin of the shop owner, office 802-555-0107',
  'Order the toner from the vendor at 312-555-0188, printer 2',
  'asset tag 210 5550 169 of the printer',
])("no line of a patient's: %s", (text) => {
  expect(foundByRules(text).filter((f) => f.startsWith('phone') || f.startsWith('fax'))).toEqual([])
})

test.each([
  ['Mr. Toliver is a bald man of 91.', 'age 91'],
  ['Pt: Nakamura  DOB: Dec 7 1931 (93)  sepsis', 'age 93'],
  ['born January 1, 1931 by her papers, so 94 (the family says older), diabetes', 'age 94'],
  ['Login of the patient: the failed attempts all from her home, 73.162.48.219', 'ip 73.162.48.219'],
  [
    'CGM of patient Aoife Mulcahy (DOB 6/17/2012), link https://share.glucolink.example/c/wxmd7261npqr',
    'url https://share.glucolink.example/c/wxmd7261npqr',
  ],
  [
    'links opened: https://share.eastimaging.example/v/7QK2/kilpatrick_deirdre_brain by husband',
    'url https://share.eastimaging.example/v/7QK2/kilpatrick_deirdre_brain',
  ],
])('ages, networks and links: %s', (text, wanted) => {
  expect(foundByRules(text)).toContain(wanted)
})

test.each([
  'Pulse ox is 95, pulse 92, the patient rests.',
  'Hotfix 8.9.14.30 for the patient portal is planned',
  'Questions to provider rep Tracy Blount, tblount@plan.example, about patients',
  'see https://docs.vendor.example/manual/88120417 for the printer',
])('none of these: %s', (text) => {
  expect(foundByRules(text)).toEqual([])
})
