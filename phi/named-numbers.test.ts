import { expect, test } from 'vitest'
import { foundByRules as found } from './quality/found-by-rules.ts'

test.each([
  ['440193_Oduya_DCSUM_20240318.pdf', ['mrn 440193']],
  ['CCD_118291_OKONKWO_A_20241127.xml', ['mrn 118291']],
  ['440301_StClair_PATH_SP24-0991.pdf', ['mrn 440301', 'other-id SP24-0991']],
  ['backup_440193_nightly.zip for the patient portal', []],
  ['release_440193_notes.pdf', []],
  ['Kowalczyk_Irena_EOB_2025-05-29.pdf', []],
])('numbers in names of files: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ["W Okafor, imitrex PA, key BXK7T2LM, the patient's plan", ['other-id BXK7T2LM']],
  ['needs new auth for the patient. PA dept gave key "BX7K-Q2M9"', ['other-id BX7K-Q2M9']],
  ['Windows activation key BX7K-Q2M9, patient portal server, auth fails', []],
  ['the key BX7KQ2 of the clinic', []],
  ['Portal of the patient: activation code KX7QM-2HHRB expired', ['other-id KX7QM-2HHRB']],
  ['Phone interpreter for patients: access code 771204', []],
])('keys and codes: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['UHC 981 447 20801 denied days of the patient', ['member-id 981 447 20801']],
  ['pending, bcbs xyh 918 220 447 wants another drug for the patient', ['member-id xyh 918 220 447']],
  ['the patient called UHC 800 555 0162', []],
])('blocks of digits after the name of a plan: %s', (text, wanted) => {
  expect(found(text).filter((f) => f.startsWith('member'))).toEqual(wanted)
})

test.each([
  ['patient Rosalba Trujillo 8827140, delivered', ['mrn 8827140']],
  ['Gait: Jo Ellen Ricci (21190, moved) is a patient', ['mrn 21190']],
  ['The patient Arman Petrosyan = 1002938', ['mrn 1002938']],
  ['Jocasta Rivera (555-0127) of the clinic', []],
])('numbers right after names: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['EMS run 24-11-0418 shows the patient', ['other-id 24-11-0418']],
  ['the denial is D-24-118834, patient upset', ['other-id D-24-118834']],
  ['auth pend E25-131-0904, patient inpatient', ['other-id E25-131-0904']],
  ['the patient came 24-11-2018', []],
])('years and series: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['Patient SSN 509-00-4471', ['ssn 509-00-4471']],
  ['Patient SSN 000-00-0000', []],
  ['patient, ssn XXXXX4471', ['ssn XXXXX4471']],
  [
    'M0041872|Van Der Berg, Pieter Jr.|03081949|219-00-4418|',
    ['mrn M0041872', 'birth-date 03081949', 'ssn 219-00-4418'],
  ],
])('Social Security numbers with a mistake or a mask: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['our patient says call the house, 555 0112', ['phone 555 0112']],
  ['dialysis patient, driver will call 5550112', ['phone 5550112']],
  ['the patient has 555 0112 units', []],
  ['CHF patient, F/92, fell', ['age 92']],
  ['my mother (92) is a patient', ['age 92']],
  ['The patient left a silver Buick, tag 907 MPD', ['vehicle 907 MPD']],
])('phones without area, ages and plates: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['note filed to 448210 instead of 448201, patient is upset', ['mrn 448210', 'mrn 448201']],
  ['pts 448201, 448210: results missing', ['mrn 448201', 'mrn 448210']],
  ['invoice 448201 and 448210 for the patient lifts', []],
  ['portal user dwhitehorse63 of the patient is locked', ['other-id dwhitehorse63']],
  ['user kpatel22, MA, cannot open the admin of the patient portal', []],
])('pairs of numbers, and names to sign in by: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})
