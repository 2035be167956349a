import { expect, test } from 'vitest'
import { foundByRules as found } from './quality/found-by-rules.ts'

const vehicles = (text: string): string[] => found(text).filter((f) => f.startsWith('vehicle'))

test.each([
  ['She drives a green Subaru, VT 318-HTN, her wife waits in the ED', ['vehicle 318-HTN']],
  ['The patient left in a Kia, plate NM RZB-2290', ['vehicle RZB-2290']],
  ['Temp tag K118204 on the car of the patient', ['vehicle K118204']],
  ['father of the baby: black Tacoma, tag 77-BK31 (NE)', ['vehicle 77-BK31']],
  [
    'blocking the ambulance bay: grey Outback, tag RKM 2207 (Maine), belongs to the husband of Inez Rolland',
    ['vehicle RKM 2207'],
  ],
  ['wheelchair van for Mrs. Tanaka, plate 6TRB118, is at the door', ['vehicle 6TRB118']],
  ['El paciente vino en su coche, placa KTR-4418', ['vehicle KTR-4418']],
  ["the patient's title shows VIN, as typed by the clerk: 1HGCM82633A004352", ['vehicle 1HGCM82633A004352']],
  ['permit of the patient: ME 2207 KX grey Forester, machine 2', ['vehicle ME 2207 KX']],
  ['her dad waits in the silver van KR4-ZTB', ['vehicle KR4-ZTB']],
  ['was the driver of a red Silverado tag 6GR-L27 our patient?', ['vehicle 6GR-L27']],
  ['car of the patient on the LPR list SC 208 ZTB', ['vehicle 208 ZTB']],
  ['VIN on the accident report 1HGCM82633A004352 of the patient', ['vehicle 1HGCM82633A004352']],
])('cars of patients and their families: %s', (text, wanted) => {
  expect(vehicles(text)).toEqual(wanted)
})

test.each([
  'Fleet accident form: 2022 Kia Rio, tag K22-NTD, company owned, bumper',
  'VAN DER BERG, JOOST, ID VDB2204, CHEST 2V of the patient',
  'Iris pilot kit: reader BK 2204U, subjects of the study',
  'Driver: Ramon (van 4, plate KHD 2218), pick up at dock B',
  'Delivery van of Crown Linen, plate RTX 1180, at dock 2',
  'ID K72 118 4409 of the member on the minivan ride',
  'pickup 1907 S Dakota Ave for the patient',
  'he swapped both drives, order 1CQ7HX2, in the server',
])('no car of anybody: %s', (text) => {
  expect(vehicles(text)).toEqual([])
})
