import { expect, test } from 'vitest'
import { detect, type Finding, type Kind, raise, scan } from './index.ts'
import { parseItem } from './quality/items.ts'
import { sameGroup } from './quality/measure.ts'

/** Each kind in some of the forms it comes in, with `[[kind:value]]` where it must be found. */
const POSITIVE = [
  'Patient: [[name:Maria Gonzalez]] is here',
  'Mr. [[name:Oyewole]] denies pain',
  'pt [[name:Chipo Moyo]], 29 y.o., needs her insulin',
  'DOB\n [[birth-date:01/02/1980]]',
  'D0B: [[birth-date:O1/l2/198O]]',
  'born on [[birth-date:5 January 1980]]',
  'fecha de nacimiento: [[birth-date:14 de mayo de 1983]]',
  'admitted [[date:2024-03-02]] with pneumonia',
  'she is [[age:93]] years old',
  'call her at [[phone:(614) 555-0134]]',
  'cell: [[phone:+1 614.555.0134 x22]]',
  'her own fax at home is [[fax:614-555-0187]], patient with asthma',
  'write to [[email:ana.lopez84@gmail.com]]',
  'SSN [[ssn:219-09-9999]]',
  'social security number 219 09 9999'.replace('219 09 9999', '[[ssn:219 09 9999]]'),
  'ssn on file is [[ssn:219099999]]',
  'last four of social [[ssn:9999]]',
  'MRN[[mrn:00774512]]',
  'chart #[[mrn:C-44108]]',
  'Member ID: [[member-id:XWJ884120973]]',
  'HIC number [[member-id:219-09-9999A]]',
  'patient account number [[account:70045518]]',
  "driver's license [[licence:D400-7836-1120]]",
  'lives at [[address:418 W. Oak Hill Rd, Apt 3B, Dayton, OH]] [[zip:45402-1234]]',
  'mail it to [[address:P.O. Box 318, Tahlequah, OK]] [[zip:74465]]',
  'she lives in [[place:Dayton, OH]]',
  'license plate [[vehicle:GKT 4417]]',
  'pacemaker serial number [[device:RNB227714H]]',
  'UDI [[device:(01)00812345678901(17)260101(21)A12345]]',
  'see [[url:https://mychart.example.org/visits/8830177?pid=4412908]]',
  'patient portal login from [[ip:73.162.41.9]]',
  'patient joined the telehealth session from [[ip:2601:282:1d80:4b0::7a2]]',
  'claim number [[other-id:C-7781209]]',
  'Dx of the patient: [[diagnosis-code:E11.65]]',
  // Labels that no list holds.
  'Tube strap no. [[other-id:B88-12044]] was put on the patient',
  'her pacemaker clinic card, Holder ref number is [[other-id:8812044]]',
  'patient wristband tie #[[mrn:9917204]], allergic to penicillin',
  'MRN [[mrn:7710234]] of the patient was merged with [[mrn:7710324]]',
  'specimen [[other-id:S-771820]] was hemolyzed',
  '(0010,0010) PN <[[name:Szabo^Etelka]]> (0010,0020) LO <[[mrn:SZ448190]]>',
  'his blog [[url:http://quill.blogspot.example]] tells of the cancer treatment',
  // Drawn apart, misread, spoken.
  'M R N : [[mrn:4 4 8 0 1 9 2]]',
  'MR[[mrn:0088127]] crossmatch',
  'Medicare [[member-id:lEG4TESMK73]]',
  'tel: [[phone:( 6 1 4 ) 5 5 5 - 0 1 3 4]]',
  'medical record number [[mrn:eight eight one oh four two]]',
  'my birthday is [[birth-date:August fourteenth nineteen sixty eight]]',
  "she's [[age:ninety-four]] years old",
  'insulin since [[date:11/01/25]]-[[date:12/31/25]]',
  // Told by words near by, on either side.
  'her file with us is [[mrn:448201]], she has asthma',
  'the pathology report is in the wrong chart ([[mrn:500128]])',
  'record numbers [[mrn:90112]], [[mrn:90377]] of the same patient',
  '{"patientMrn":"[[mrn:0088213]]","visitNumber":"[[other-id:V-2290118]]"}',
  'subscriber is the husband, number [[member-id:W448120991]], fertility treatment',
  'new card [[member-id:CDX 771 209 44]], asthma clinic',
  'mrn;visit;dx\n[[mrn:A100482]];[[other-id:V5501]];flu',
  'subscriber,dob\n[[member-id:992204481]],[[birth-date:1991-05-05]]',
  'NAME ........ Pernilla Voss\nFILE NO ........ [[mrn:20981]]\nhives',
  'the Holter we gave him (unit [[device:HM-0441]]) has palpitations on it',
  'acetabular shell LOT [[device:J7044812]] of the hip implant of the patient',
  "mac of the patient's scale [[device:A4:C1:38:0B:99:21]], heart failure",
  'her therapist saw the session from [[ip:172.58.99.201]], she is treated for depression',
  'portal session of the patient from [[ip:68[.]44[.]120[.]9]]',
  // Addresses that have no word for a street.
  'after the stroke he moved to [[address:22 W 4th apt 3b]]',
  'oxygen for the patient goes to [[address:Rt 3 Box 118]]',
  'found at the corner of [[address:Fulton and Nostrand]], chest pain',
  'meals for the diabetic at [[address:seventeen Larch Terrace]]',
  'the patient lives at [[address:340 E 200 N]]',
  'vive en [[address:avenida Juárez 118]], le hacen diálisis',
  // Rows of exports without a heading.
  '[[mrn:11842]]|[[name:OYELARAN]]|[[name:TUNDE]]|[[birth-date:1966-03-11]]|M|TSH|2.1',
  '[[mrn:30447]];[[name:VOSSBERG]];F;[[birth-date:1991-07-02]];asthma',
  'asthma|F|[[place:GALENA]]|IL|[[zip:61036]]',
  // What is asked on one line and answered on the next.
  'Bot: your date of birth?\nUser: [[birth-date:08/01/1979]]',
  'Please type your mobile number\nVisitor: [[phone:3605550149]]',
  'allergies of the patient, 54Y M  [[birth-date:12/O1/1971]]',
  'breast pump for the baby [[birth-date:02/28/2026]]',
  'fecha de nacimiento: [[birth-date:3-IV-1947]]',
  'Hi [[name:Jaylene]], this is Oak Hollow Pediatrics. Time for a flu shot',
]

/** What looks alike and is none. */
const NEGATIVE: [string, Kind][] = [
  ['Mr. Coffee in the break room is broken', 'name'],
  ['Baker Tilly LLP audits us', 'name'],
  ['Thanks,\nKaren Whitfield\nPractice Manager\nLakeside Clinic', 'name'],
  ['released 2024-03-02, version 4.1', 'date'],
  ['2024-03-11T08:14:22Z INFO started', 'date'],
  ['the RAID has 91 hours left', 'age'],
  ['Support: 1-800-456-3355', 'phone'],
  ['Office: 614-555-0100\nLakeside Clinic', 'phone'],
  ['order 4402-88-1290 was placed', 'ssn'],
  ['tracking 219-09-9999-1', 'ssn'],
  ['write to helpdesk@clinic.example', 'email'],
  ['mail mtran@vendor.example, the router vendor', 'email'],
  ['printer serial number PHB8K12345', 'device'],
  ['router at 10.0.0.1 and 203.0.113.9 down', 'ip'],
  ['firmware 5.1.7.80', 'ip'],
  ['MAC 00:1B:44:11:3A:B7', 'ip'],
  ['docs at https://learn.example.com/video/8812004', 'url'],
  ['2 weeks drive', 'address'],
  ['NPI: 1234567890', 'npi'],
  ['Section A15 of the contract', 'diagnosis-code'],
  ['invoice number 00118827', 'account'],
  ['the clinic ordered part no. 88-120441 for the printer', 'other-id'],
  ['Case # 02118837 opened with Microsoft', 'other-id'],
  ['the lab fridge #331820 is warm', 'mrn'],
  ['Room: 118204 of the clinic', 'other-id'],
  ['new code E11.65 in the update', 'diagnosis-code'],
  ['one two three four five six seven, testing the microphone', 'phone'],
  ['ninety percent of the disk', 'age'],
  ['patient TV, serial 0J4412HNA00912, has no sound', 'device'],
  ['the clinic asks its vendor for order 4410-2291', 'other-id'],
  ['nslookup of the portal asks 8.8.4.4 for the patient', 'ip'],
  ['cyber insurance policy CY-2209-448 renews, says the broker', 'member-id'],
  ['lab interface update FY2025 of the clinic', 'mrn'],
  ['the phone of the nurse has MDM ID 44178', 'zip'],
  ['The carrier ports 318-555-0100 through 318-555-0149 on Monday, says the patient desk', 'phone'],
  ['The reviewer of the claim calls from 860-555-0190 (office line)', 'phone'],
  ['HOJA DE REFERIDO del paciente', 'place'],
  ['Your flu shot is tomorrow. To cancel call 919-555-0100', 'phone'],
  ['TO: Cardiology    FROM: Intake\nFAX: 308-555-0171    PHONE: 308-555-0170\nRE: chest pain', 'phone'],
  ['Dana K: the pump of the patient in 5E alarms', 'name'],
  ['May I have the claim of the patient', 'name'],
  ['Creatinine 1.41, reference 0.57-1.00, of the patient', 'other-id'],
  ['{"host":"app-1","pid":20417,"msg":"billing of the clinic failed"}', 'mrn'],
  ['Badge of the new hire, employee ID 204417, rejected at the door', 'other-id'],
  ['NURSE-PC-2;8XK2M01;2026-05-02 08:01', 'date'],
]

test.each(POSITIVE)('finds %s', (markup) => {
  const item = parseItem('test', markup, true)
  const findings = detect(item.text)
  expect(item.labels.length).toBeGreaterThan(0)
  for (const label of item.labels) {
    const found = findings.find(
      (f) => sameGroup(f.kind, label.kind) && f.start < label.end && label.start < f.end,
    )
    expect(found, `${label.kind} in ${item.text}`).toBeDefined()
  }
})

test.each(NEGATIVE)('%s is no %s', (text, kind) => {
  expect(detect(text).filter((f) => f.kind === kind)).toEqual([])
})

const textOf = (text: string, f: Finding | undefined) => f && text.slice(f.start, f.end)

test('offsets are those of the original text, whatever stands in it', () => {
  const text = '👩‍⚕️ José\u0301 ２：Ｐｈｏｎｅ：（６１４）５５５－０１２３ SSN: 4\u200b18‑22‑9\u200b073 ש'
  const findings = detect(text)
  expect(
    textOf(
      text,
      findings.find((f) => f.kind === 'phone'),
    ),
  ).toBe('（６１４）５５５－０１２３')
  expect(
    textOf(
      text,
      findings.find((f) => f.kind === 'ssn'),
    ),
  ).toBe('4\u200b18‑22‑9\u200b073')
  const mathematical = 'SSN 𝟐𝟏𝟗-𝟎𝟗-𝟗𝟗𝟗𝟗.'
  expect(textOf(mathematical, detect(mathematical)[0])).toBe('𝟐𝟏𝟗-𝟎𝟗-𝟗𝟗𝟗𝟗')
})

test('no finding repeats what it found', () => {
  const text =
    'Patient: Maria Gonzalez, DOB 01/02/1980, MRN 00482913, SSN 219-09-9999, ana@gmail.com, metformin'
  const findings = detect(text, { minConfidence: 0 })
  expect(findings.length).toBeGreaterThan(5)
  for (const f of findings) {
    expect(Object.keys(f).sort()).toEqual(
      expect.arrayContaining(['confidence', 'end', 'kind', 'level', 'reason', 'start']),
    )
    expect(JSON.stringify(f)).not.toContain(text.slice(f.start, f.end))
  }
})

test('what is the organization’s own is no finding', () => {
  const text = 'Patient asked jo@lakeside.example or 614-555-0100 about insulin'
  expect(detect(text).map((f) => f.kind)).toEqual(expect.arrayContaining(['email', 'phone']))
  const own = { ownDomains: ['lakeside.example'], ownPhones: ['(614) 555-0100'] }
  expect(detect(text, own).map((f) => f.kind)).not.toEqual(expect.arrayContaining(['email']))
  expect(detect(text, own).map((f) => f.kind)).not.toEqual(expect.arrayContaining(['phone']))
  const staff = 'patient Karen Whitfield called about insulin'
  expect(detect(staff).some((f) => f.kind === 'name')).toBe(true)
  expect(detect(staff, { ownNames: ['Karen Whitfield'] }).some((f) => f.kind === 'name')).toBe(false)
})

test('names that the organization knows are raised, those of staff included', () => {
  const text = 'Assigned to Karen Whitfield, ticket about the docking station'
  const isName = (f: Finding) => f.kind === 'name'
  expect(detect(text).filter(isName)).toEqual([])
  const [name] = detect(text, { isKnownName: (words) => words.join(' ') === 'Karen Whitfield' }).filter(
    isName,
  )
  expect(name).toMatchObject({ confidence: 0.97, level: 'identifier', of: 'patient' })
  const scanned = scan(text)
  expect(
    raise(
      scanned,
      scanned.candidates.map(() => false),
    ),
  ).toEqual(scanned.findings)
})

test('what is left out for its low confidence is all that is left out', () => {
  const text = POSITIVE.map((markup) => parseItem('test', markup, true).text).join('\n')
  const all = scan(text)
  for (const minConfidence of [0.2, 0.5, 0.9]) {
    const sure = scan(text, { minConfidence })
    expect(sure.findings).toEqual(all.findings.filter((f) => f.confidence >= minConfidence))
    expect(sure.candidates).toEqual(all.candidates)
  }
})

test('raising a known name that stands everywhere takes time linear in the text', () => {
  const time = (names: number) => {
    const scanned = scan('Maria Lopez has asthma. '.repeat(names))
    const known = scanned.candidates.map(() => true)
    // Of this thread alone: what collects its garbage beside it takes as long as it likes on a busy machine.
    const began = process.threadCpuUsage()
    expect(raise(scanned, known).filter((f) => f.of === 'patient')).toHaveLength(names)
    const { user, system } = process.threadCpuUsage(began)
    return user + system
  }
  const least = (names: number) => Math.min(...Array.from({ length: 5 }, () => time(names)))
  time(2_000)
  // Eight times the names: a time that grew with their square would be 64 times as long.
  expect(least(80_000) / least(10_000)).toBeLessThan(32)
})
