import { test } from 'vitest'
import { expectFound } from './quality/expect-found.ts'

const PLACES = new Set(['address', 'place', 'zip', 'age'])

/** Every labelled passage is found, and no other address, place, ZIP code or age. */
const check = (markup: string): void => expectFound(markup, (kind) => PLACES.has(kind))

test.each([
  // Towns that are only named.
  'I called the clinic in [[place:Winslow]], they have my results',
  'her son says he is in [[place:Menominee]] until Friday, insulin ran out',
  'the patient is three hours away in [[place:Lindsborg]]',
  // Without a state, or with an old form of it.
  'Write to my mother at PMB 4471, [[place:Olympia]] [[zip:98507]] only, she has asthma',
  'Please mail her lab results to [[address:P.O. Box 77, Silver City]] [[zip:88062]]',
  'Mrs. Beauchamp, insulin, [[address:Rt. 3 Box 118-A]]\n[[place:Lucedale, Miss.]] [[zip:39452]]',
  'the patient moved from [[address:2210 Quarry Rd, Bluefield]] last week',
  'she lives in [[place:Catoosa County]] GA [[zip:30736-7718]], diabetes',
  'We live at [[address:1177 Beacon Hill Terrace, Worcester]], [[zip:01604]]; my insulin',
  'his chart says [[address:GENERAL DELIVERY, Moab]], diabetes',
  "hasn't come since Monday, my nana is at [[address:908 Kudzu St]] in [[place:tupelo]], her wound smells",
  'she is [[age:90]] and lives [[address:502 1/2 Alameda]] downstairs, hospice patient',
  'Address of the patient was wrong: now [[address:44 Magnolia Trce, Lot 18, Brandon]].',
  // In words, and misread.
  'insulin refill, my zip is [[zip:four four one two four]]',
  'diabetes. Member   Zip   [[zip:273O2]]',
])('%s', check)

test.each([
  'The patient portal runs in Azure and in Citrix, her chart opens in Epic',
  'VIA CERTIFIED MAIL 9407 1118 9876 5432, the records of your patient',
  'To appeal for the patient write to the Appeals Unit, P.O. Box 7359, London KY 40742.',
  'Test patient at 123 Any St, Anytown 00000',
  'Pulse ox of the patient 90, 2 L NC applied',
  'Patient to be seen by Dr. Abiodun is 2207 comma Dr. Carver is 2215',
])('no place of anybody: %s', check)

test.each([
  'Her mother Solveig, [[age:91]], had a stroke',
  'pt born 1/6/34 so [[age:91]], fell at home',
  'my uncle with asthma (5 Jan 1929, so he will be [[age:97]])',
  'patients in May:\nBozeman, Clyde|[[age:95]]|I50.33',
  'She passed at home, [[age:101]] years of age, hospice patient',
])('an age: %s', check)
