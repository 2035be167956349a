import { expect, test } from 'vitest'
import { detect } from './index.ts'
import { parseItem } from './quality/items.ts'
import { sameGroup } from './quality/measure.ts'

test.each([
  // By what stands before.
  'Hearing on July 23 in front of Judge Amos Thorne about the patient',
  'Tester: Quinn Marchetti. The label of the lab prints without a number',
  'Questions to Magnus Dahl, ext 6120. Tables of the lab refresh at four',
  'Home health tablet lost! Aide Patrice left it in her car',
  'My therapist is Jonah Feld and I have an appointment in May',
  'Thanks for calling Lakemont Orthopaedics, this is Paulette, my patient',
  'On the first occasion your Mr. Ditmars said the exam was done',
  // By what stands after.
  'The appeal of the patient was sent.\n\nRegards\nMarisol Quint, appeals\nTri-Lakes Spine',
  'Do we have his insurance?\n\n-- \nLamar Petrie\nDenials, 3rd shift',
  'Modules on phishing of the clinic are due. - Tobias Renn, InfoSec',
  'Credentials due at the clinic:\nJerome K. Vandersloot, M.D.    file complete',
  // On a list of theirs.
  'Staff phone list, Wing D\nAbara, Ifeoma .......... 3301\nEklund, Jonas .......... 3317',
  'Minutes of the working group\nPresent: Corinne Albright (chair), Tunde Fashola, Mei Castor',
  // No names at all.
  'The phones of the Maple St clinic have no tone, patients can not call',
  'Payer of the patient wants RT LT on two lines',
])('no name of anybody ill: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'name')).toEqual([])
})

test.each([
  'my mom takes warfarin, she goes by [[name:Peggy]]',
  'magnet was replaced, the kid is [[name:Eirik]], epilepsy',
  'caregiver is dtr [[name:Saskia]], PICC dressing due',
  'pacemaker checks:\n[[name:Tunstall, "Birdie"]]   DDD   not paced',
  'Stroke alert 14:02 [[name:Marguerite St. Clair]], NIHSS 12',
  'Send the statement of the patient to [[name:Ulysses Fenn]], P.O. Box 2218',
  'the front desk: walk-in, male, says he is [[name:Cornelius Abt]], chest pain',
])('whoever is ill, or close to them: %s', (markup) => {
  const { text, labels } = parseItem('test', markup, true)
  const found = detect(text)
  for (const { kind, start, end } of labels)
    expect(
      found.some((f) => sameGroup(f.kind, kind) && f.start < end && start < f.end),
      text.slice(start, end),
    ).toBe(true)
})
