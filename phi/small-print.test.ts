import { expect, test } from 'vitest'
import { detect } from './index.ts'
import { expectFound } from './quality/expect-found.ts'

const KINDS = new Set(['name', 'date', 'birth-date', 'email'])

/** Every labelled passage is found, and no other name, date or mail address. */
const check = (markup: string): void => expectFound(markup, (kind) => KINDS.has(kind))

test.each([
  // Written small.
  'corrected claim for [[name:howie zzyvik]] by friday, diabetes',
  'hi its [[name:marisol quandahl]], i cant see my labs from [[date:june 3rd]]',
  'two charts of the patient\nM-118-204 [[name:tran, linh]] [[birth-date:4/9/1988]]',
  'page: call re [[name:j. okonkwo-diaz]] bed 9, sepsis',
  'my insulin modem broke. [[name:darnell k. whitlock]]',
  'call me first, i am the grandson [[name:dontae]], his insulin is out',
  // Of two capitals.
  'seen for diabetes: [[name:Maeve McGillicutty]], her insulin',
  // Said letter by letter.
  "My insulin. This is [[name:Bernadette Kowalczyk]], that's [[name:K O W A L C Z Y K]]",
  "My name is [[name:Oluwaseun]], that's [[name:O-L-U-W-A-S-E-U-N]], about my insulin",
])('a name: %s', check)

test.each([
  'dr said stop the warfarin [[date:oct 9]] before the tooth',
  'The patient fell on [[date:7-2]] at home',
  'diabetes, specimen coll. [[date:06-20]] at the lab',
  'after the surgery on [[date:the nineteenth of May]] he had a fever',
  'la cita de mi madre es el [[date:veintitrés de mayo]], diabetes',
  'I am out of my insulin since [[date:Saturday the 19th]]',
  'the patient was in therapy [[date:02/12/24]]-[[date:02/26/24]] for her asthma',
  '0039127|[[birth-date:19530110]]|M|US AORTA',
  'the patient: [[name:Rosenbaum_Miriam]]_colonoscopy_[[date:041025]].pdf',
])('a date: %s', check)

test.each([
  'Pharmacy of the clinic: Mon 9-5 Sat 9-1, patients may wait from 2-3 days',
  'the code of the patient portal is A B C D E F',
  'e. coli and c. diff in the culture of the patient',
  'From: pat@lakeside.example\nTo: support@it.example\n\nThe chart of my patient is locked',
])('nobody: %s', (text) => {
  expect(detect(text).filter((f) => KINDS.has(f.kind))).toEqual([])
})

test('whoever writes of their own care writes from an address of theirs', () => {
  check('From: [[email:pat@lakeside.example]]\nTo: billing@clinic.example\n\nI want a copy of my lab results')
  check('the patient writes from [[email:pat@bluemail.example]]')
})
