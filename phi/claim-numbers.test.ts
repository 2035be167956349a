import { describe, expect, test } from 'vitest'
import { foundByRules } from './quality/found-by-rules.ts'

describe('boxes of a claim, and what else payers are sent', () => {
  test.each([
    ['Scan of a CMS-1500, printer P-9\n1a 318R77204\n26 MARLE000\n33 HILL CLINIC', 'member-id 318R77204'],
    ['Scan of a CMS-1500, printer P-9\n1a 318R77204\n26 MARLE000\n33 HILL CLINIC', 'account MARLE000'],
    ['HCFA as read\n1a. 318R77204\n25 77-0441882 EIN   26 WOJC0031', 'account WOJC0031'],
    ['Claim of the patient: box 14 03 02 26 > box 1a 0071 33820 C > box 2', 'member-id 0071 33820'],
    ['Remit: acct 55182-4 of the patient was posted twice, same DOS 2/11', 'account 55182-4'],
  ])('%s', (text, found) => expect(foundByRules(text)).toContain(found))

  test.each([
    'Mail to 12 Box 4, Cut Bank, for the patient',
    'The payer denied 45378-33 of the patient, coded wrong',
    'Techs of the clinic edit (0010,0020) Patient ID, (0010,0030) birth date',
    'EMR down 0710-0835, patients waited',
    'The payer of the patient has 2 TINs, remove the old 74-5550182',
    'Test MRN 99004417 of the patient index',
    'The dog of the patient, microchip 985113009981204',
    'Tablet HN-IPAD-0227 of the patient lounge',
  ])('%s', (text) => expect(foundByRules(text)).toEqual([]))
})

describe('labels of schools, courts and custody', () => {
  test.each([
    ['The donor was tested, CCF 0551182077, result pending', 'other-id 0551182077'],
    ['Son of the patient, Skyward id 440917, asthma', 'other-id 440917'],
    ['Urine of the patient, spec K4471820 coll 0910', 'other-id K4471820'],
    ['For the patient, OR log id 661904, not closed', 'other-id 661904'],
    ['Her WIC 0071-4482 has the diagnosis', 'other-id 0071-4482'],
  ])('%s', (text, found) => expect(foundByRules(text)).toContain(found))

  test('the version of a specification is none', () =>
    expect(foundByRules('OASIS spec v3.01.1 errata, patients in home health')).toEqual([]))
})

describe('patients called by their number', () => {
  test.each([
    ['labs of the patient went to 4417, should be 4471', ['mrn 4417', 'mrn 4471']],
    ['The note of the visit says "6120 called, wants her records"', ['mrn 6120']],
    ['8031 is the mother and 8032 is the son, two charts', ['mrn 8031', 'mrn 8032']],
    ['Clinic audit, user kroy viewed: 51180 51194 51207', ['mrn 51180', 'mrn 51194', 'mrn 51207']],
    ['The balance is off. Two kids under it: 7714, 7719', ['mrn 7714', 'mrn 7719']],
    ['Print the chart of the client. He is 3318 in the old system', ['mrn 3318']],
    ['Vitals were filed to 00661207 by the nurse', ['mrn 00661207']],
    ['Print it from the old computer. He is 3318 in the old one', ['mrn 3318']],
    ['Patients in rooms: 4412, 4418', []],
    ['The nurse in room 4412 called, wants her printer fixed', []],
    ['The patient said the fax went to 928-555-0165', []],
    ['The clinic moved to 4471 Elm Street in 2024', []],
    ['Ticket was routed to 4417 of the help desk for the clinic', []],
  ])('%s', (text, wanted) => expect(foundByRules(text).filter((f) => f.startsWith('mrn'))).toEqual(wanted))
})

describe('numbers of one, beside another', () => {
  test.each([
    ['Patient: Orsolya Field\nMRN / DOB: 00774120 / 03-15-1957', ['mrn 00774120', 'birth-date 03-15-1957']],
    ['List of the clinic: "MARLOW, INEZ  07-04-1964  ID PB00722"', ['mrn PB00722']],
    ['patient rows | MA 7720914433 | visit today', ['member-id 7720914433']],
    ['Portal view of the chart pid=661207 denied', ['mrn 661207']],
    ['The patient is a nurse herself, LVN 441882', ['licence 441882']],
    ['License of the patient, as she says: MO RN 2011014477', ['licence 2011014477']],
  ])('%s', (text, wanted) =>
    expect(foundByRules(text).filter((f) => !f.startsWith('name') && !f.startsWith('phone'))).toEqual(
      expect.arrayContaining(wanted),
    ),
  )

  test.each([
    ['Bulk letters to patients: null street for mrn=\n2025-06-19 done', 'mrn'],
    ['OAuth client id b7f1c0de44aa, test of the patient portal', 'mrn'],
    ['The patient called Amy RN 6195550188', 'licence'],
    ['Lives in Boston, MA 02139 and is a patient', 'member-id'],
  ])('%s holds no %s', (text, kind) =>
    expect(foundByRules(text).filter((f) => f.startsWith(kind))).toEqual([]),
  )
})
