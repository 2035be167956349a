import { describe, expect, test } from 'vitest'
import { foundByRules } from './quality/found-by-rules.ts'
import { Scanner } from './scanner.ts'

describe('what plans print on cards', () => {
  test.each([
    ['The patient gave a new number, KZT730596214, for her MRI', 'member-id KZT730596214'],
    ['His chart is open, the card reads ZECM50735268, diabetes', 'member-id ZECM50735268'],
    ['Claim CL20261104-7781 of the patient, id W2214 88907 02', 'member-id W2214 88907 02'],
    ['Acct 7718204. old one ZPL 447 11 8820, insulin refused', 'member-id ZPL 447 11 8820'],
    ['Her insurance card (Priority, ID 80044719302, group GRP-55120), asthma', 'member-id 80044719302'],
    ['BadgerCare card 9506 3312 07 was left at the front', 'member-id 9506 3312 07'],
    ['The surgery is paid by my insurance, the retired one, R 5069 32 117', 'member-id R 5069 32 117'],
    ['Upload fails, new one is Aetna w271 449 0835 grp 0861124', 'member-id w271 449 0835'],
    ['She says her card number, NM 7720 41 88, and has diabetes', 'member-id NM 7720 41 88'],
    [
      'My insurance number is R as in Robert, 8 8 4, 0 1 7, 7 2 2, for my asthma',
      'member-id R as in Robert, 8 8 4, 0 1 7, 7 2 2',
    ],
  ])('%s', (text, found) => expect(foundByRules(text)).toContain(found))

  test.each([
    'The carrier of the mask is FX 7741 8820 0193 for the clinic',
    'Cyber insurance policy 84-0220418 of the clinic, diabetes program',
    'See medical policy RX-SP-0114 on insulin pumps',
    'Vendor contract no. 2204-8814, diabetes program',
    'Hospital account H00091773 of the patient',
    'Autoclave calibrated for the clinic, cert 7718-2204, patients wait',
    'Auth approved: A0044817220 for the patient, 12 visits',
    'Help desk at the PBM (Lonnie, 555-0112) says the claim of the patient is not seen',
    'Patients come from rooms 12 14 16 18 with their insurance',
  ])('%s', (text) => expect(foundByRules(text).filter((f) => f.startsWith('member-id'))).toEqual([]))
})

describe('last digits of what was spoken of before', () => {
  test.each([
    ["I'd sooner not write my Social Security number in a letter, but it ends in 7182.", 'ssn 7182'],
    ['SSN on file for the patient is wrong. It should end 4418 not 4481.', 'ssn 4481'],
    ['You asked for the last four of my social, its 7719', 'ssn 7719'],
    ['Your system charged my card twice, ending 4471.', 'account 4471'],
    ['She paid with card ending 1182 on 11/9', 'account 1182'],
    ['Veterans affairs: his care is refused, last4 G6179', 'ssn G6179'],
    [
      "Uncle Ray's Social was five oh three, sixty two, ninety one eighteen.",
      'ssn five oh three, sixty two, ninety one eighteen',
    ],
    ['The patient: "SSN length" = 44718203 in row 512', 'ssn 44718203'],
    ['El seguro social de mi madre termina en 5527', 'ssn 5527'],
  ])('%s', (text, found) => expect(foundByRules(text)).toContain(found))

  test.each([
    'Fuel card ends 2044, the van is due',
    'The social worker said one of twenty came',
    'The serial of the printer ends in 4471, patient lounge',
    'Shift ends 1900 and the card reader is off, she said',
  ])('%s', (text) => expect(foundByRules(text)).toEqual([]))
})

describe('Social Security numbers under other labels', () => {
  test.each([
    ['Dup subscriber: 509-55-1820 on two records, asthma', 'ssn 509-55-1820'],
    ['The patient. Sub SSN used as ID: 540338812, asthma', 'ssn 540338812'],
    ['row 88: "ALVAREZ-ITO,KENJI|532112290|4 SE DIVISION PL|OR"', 'ssn 532112290'],
    ['line 617: "mbeki|fionn|1-jul-62|617290164|6175550192|pcp"', 'birth-date 1-jul-62'],
  ])('%s', (text, found) => expect(foundByRules(text)).toContain(found))

  test('no row of somebody', () =>
    expect(foundByRules('tag|532112290|printer|HP').filter((f) => f.startsWith('ssn'))).toEqual([]))
})

describe('days of birth', () => {
  test.each([
    ['He will turn 72 on December 14', 'birth-date December 14'],
    ['Mom turned 93 on the 4th of May and wants to drive', 'birth-date 4th of May'],
    ['Mi abuelo cumple 80 años el 3 de junio', 'birth-date 3 de junio'],
    ['script illegible, patient dob 4/1/7_, who is it', 'birth-date 4/1/7_'],
    ['fax blurred: DOB 0?/14/1962', 'birth-date 0?/14/1962'],
    ['Vial of blood labelled "SMITH J 010162", which hospital?', 'birth-date 010162'],
  ])('%s', (text, found) => expect(foundByRules(text)).toContain(found))

  test.each([
    'Entered dob: 01/01/1900 in the refill line',
    'The company turns 10 on December 14',
    'dob field takes mm/dd/yyyy only',
  ])('%s', (text) => expect(foundByRules(text).filter((f) => f.startsWith('birth-date'))).toEqual([]))
})

describe('accounts that are the organization’s', () => {
  test.each([
    'Freight acct 204-471-8, ship to dock 2',
    'Bill-to account of the lease: lease acct 500-0418820-000 for the patient room copier',
    'Tablets of the clinic, IMEI 356938035643809, 356938035643817',
    'reorder form from PrintPro, acct 20447, job 118820',
    'Called Cox Business, acct 0018820441, area outage',
    'invoice 220914 is 45 days past due on your account 0093-4471. Remit to PO Box 8812',
  ])('%s', (text) => expect(foundByRules(text).filter((f) => f.startsWith('account'))).toEqual([]))

  test('a bank account of somebody', () =>
    expect(foundByRules('Refund check for the patient, routing 021000021, account 000448120917')).toContain(
      'account 000448120917',
    ))
})

describe('diagnoses and controlled substances', () => {
  test('whole codes without a dot', () => {
    expect(foundCodes('Claim of the patient: 99214 I10, E78.5')).toEqual(['I10', 'E78.5'])
    expect(foundCodes('The patient disputes: proton therapy for cancer, C61, 44 fractions')).toEqual(['C61'])
    expect(foundCodes('The patient is in room C61, cancer')).toEqual([])
    expect(foundCodes('top denied for patients: O24.410 (31), C61 (22)')).toEqual([])
  })
  test('a DEA number beside narcotics', () =>
    expect(foundByRules('narc log: norco 5, auth by BP7316816')).toContain('dea BP7316816'))
})

function foundCodes(text: string): string[] {
  const scanner = new Scanner({}, { numbers: () => undefined, drafts: () => undefined })
  const { findings } = scanner.scan(text, 0, 0, text.length)
  scanner.release()
  return findings
    .filter((f) => f.kind === 'diagnosis-code' && f.confidence >= 0.5)
    .map((f) => text.slice(f.start, f.end))
}
