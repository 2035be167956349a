import { expect, test } from 'vitest'
import { detect, suspects } from './index.ts'
import { expectFound } from './quality/expect-found.ts'

/** Every labelled passage is found as its kind, and nothing else is told of anybody but words of health. */
const check = (markup: string): void => expectFound(markup, (kind) => kind !== 'health-term')

test.each([
  // Beside somebody's sex, and in columns.
  'ID 1  [[name:LINDGREN, ASTA]]  F  [[birth-date:1931-03-05]]',
  '[[name:Ito, Yuki]]  F  [[birth-date:12/01/1989]]',
  '02   [[name:PICKERING, H]]     [[age:97]] F     FALL',
  'hospice: [[name:Agatha Munro]] [[age:93]] CHF',
  // As somebody says or writes them.
  'date of birth [[birth-date:three seventeen fifty-one]], blood thinner',
  'her birthday is [[birth-date:the first of the second, nineteen thirty nine]], insulin',
  'DOB [[birth-date:3 17 51]] wants a refill',
  'crown on [[date:May the second]], he had pain',
  // Of care, by what stands around.
  'pt had her teeth out monday [[date:3/17]]',
  'seen yesterday [[date:3/25]] for her asthma',
  'his [[date:4/28]] colonoscopy',
  'sessions on [[date:4/3]], [[date:4/10]] and [[date:4/24]] for her depression',
  'patient: worklist [[date:20250311]] CT',
  // In files' names.
  'scans\\inscard-[[name:mcafee_lorna]]-[[birth-date:19610730]].tif',
  '[[name:Okonjo]]_DL_front.pdf is in the public share',
  // Forms of claims.
  'UB-04 FL 8b [[name:LAFLEUR ANTOINE]], FL 10 [[birth-date:09141938]], FL 12 [[date:030225]], FL 67 [[diagnosis-code:I5023]]',
  'CMS-1500 item 2 [[name:Faust, Clementine]] item 3 [[birth-date:03 04 1951]]',
])('%s', check)

test.each([
  'Clinic hours 8/5, pain 5/10, the nurse line is open 24/7',
  'GCS 3/15 and a murmur of 3/6 are in the template for patients',
  'Training for the new EHR is on Dec 9 in room 220',
  'Meeting: EHR drill debrief, 3/27 1pm',
  'her card exp 09/27 was declined for the copay',
  'Formulary update 4/1, ICD-10 release Oct 1',
])('no date of anybody: %s', check)

test.each([
  'The no-show letter for [[name:Hyun-woo Pak]] went to the wrong house, he has diabetes',
  'unlock the statement, guarantor [[name:Ingemar Lofquist]], his copay',
  'it opened [[name:Ramiro Escobedo]] instead of [[name:Ramiro Escobar]], and [[name:Escobar]] has a biopsy',
  'filed under the wrong [[name:Pettersson]]. Right is [[name:Gunilla Pettersson]], for her MRI',
  'the PET scan of [[name:OKORO/BLESSING]]',
  'MRI of the patient [[name:HARGROVE^LINUS^P]]',
  'his wife [[name:Trish]] rang about the hernia',
  'opioid contract signed by [[name:Travis Lee Boudreaux]]',
  '[[name:Colleen Brandt]] has asthma, it put [[name:Colleens]] member id there',
])('names of patients: %s', check)

test.each([
  '[09:02] Tasha (front desk): patients wait, the scanner is stuck\n[09:03] Milo (IT): which window?',
  'Compliance (Janet Obermeyer) and the CFO (Wendell Pruitt) approved the lab interface',
  'Our contact at the lab is Marcus Tello, he knows the results feed',
  'Patients wait at the desk since 8 today, please hurry.\n\nLorraine Tackett, Patient Access',
  'The autoclave is full before the first surgery today.\n\nRudy Castaneda | Systems Analyst | Riverview Hospital',
  'The monitor flickers and the patients stand in line since 8.\nCora',
  'New hire. Name: Kelsey Abramowitz. Title: Medical Assistant. Supervisor: Lorraine Tackett. Start 4/14.',
  'Please reset the Epic password for Jonathan Weiss (jweiss), hospitalist',
  'Meeting notes: attendees Kim Soto, Raj Patel, Lena Brandt. Discussed the refill queue.',
  'On-call schedule of the clinic: Mon Farris, Tue Okonkwo',
  'Jim, please look at the label printer in phlebotomy',
  'Thanks to Arturo for finding the switch in the pharmacy',
  'nurse of the month Yolanda Prieto, 20 years at the hospital',
  'Abbott Gallant programmer and Topaz SigLite pad at the clinic',
  "CD from St. Brendan's will not open in radiology",
  'ZZTEST, MICKEY dob 01/01/1900 is on the list of patients',
])('staff, vendors and stand-ins are no patients: %s', (text) => {
  expect(suspects(detect(text))).toEqual({ suspected: false, why: 'Nothing in it leads to a patient.' })
})

test.each([
  'He lives out by [[place:Tonopah]] and his oxygen runs low',
  'brought in by ambulance from [[place:Castaic]] with chest pain',
  '[[name:Arvid Holm]], 82, of [[place:Lindsborg]], is our patient',
  'Patient: [[name:Ann Lee]]\nCity/State/Zip: [[place:Spring Lake]], MI, [[zip:49456]]',
  'My husband died at your hospital. Take him off the list please.\n\n[[name:Ngozi Achebe]], [[place:Asheboro]]',
  'the patient [[name:Ann Lee]], [[address:1123 Bayou Blue Rd, Houma]]. Visit is late',
])('places: %s', check)

test.each([
  'Appeals go to the plan address, P.O. Box 4471, Lexington',
  'E911 location of the clinic: 2 Medical Plaza Dr, floor 2',
  'Valley Ortho never got the referral. Their fax 559-555-0128',
  'Fax to Dr. Lemieux at 419-555-0106 fails, 12 pages of lab results',
  'Adjuster: Beverly Simms, 615-555-0140, fax 615-555-0141, about therapy bills',
  'Phone tree of the clinic: 3 = billing -> forward 618-555-0138',
  'Our new number for radiology scheduling is 614-555-0180',
  'Phishing at the clinic: link https://mychart.example.net/p/?id=88213, Message-ID <20250306143911.4F2A1@example.net>',
])("offices' addresses and numbers: %s", check)

test.each([
  'I am her daughter, please fax her discharge papers to me at home, fax [[fax:563-555-0146]]',
  'his daughter can help him with the tablet, [[phone:775-555-0191]]',
])('numbers of persons: %s', check)

test("a date beside a word for somebody's sex is that person's birth", () => {
  expect(detect('LINDGREN, ASTA  F  1931-03-05').map((f) => f.kind)).toContain('birth-date')
})

test('a name beside an address or an account of somebody is suspected without any word of health', () => {
  expect(
    suspects(detect('Wrong street for Ezekiel Moss? He says 703 N 5th St, Terre Haute, IN 47807')),
  ).toEqual({
    suspected: true,
    why: 'It holds a name beside an address.',
  })
})

test.each([
  'Please reset the scanner queue.\n\nJudy Palmer\nOffice Manager | Lakeside Family Practice\nP 218-555-0100  F 218-555-0101',
  'Rehab orders are stuck in the fax queue again.\nNorthgate Imaging\nT: (503) 555-0100 F: (503) 555-0101',
  'Radiology feed review moved. Dial in +1 646 555 8656, meeting 884 2019 7736',
  'Incident call about the lab interface: bridge 312-555-0177 pin 88120#',
  'Downtime debrief Thursday, join by phone 617-555-0100, passcode 4471#',
  'The EHR webinar line is 202-555-0143',
  'Firewall swap tonight. Contact during window: Mikko 612-555-0119',
  'Printer move on Friday, escalation: Dana Ruiz, 402-555-0102',
  'Toner is low at the clinic.\n\nTyler Amundsen\nTier 2 | Northloop IT | 612-555-0140 ext 2',
  'My callback 763-555-0102, Sheila at Tan Spine',
  'The fax moves to 503-555-0109, the clinic keeps its main line',
  'Numbers 402-555-0107 and up were ported to the new PBX at the hospital',
])('a line of an office: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'phone' || f.kind === 'fax')).toEqual([])
})

test.each([
  'the IVR read it to a patient, her own number [[phone:(575) 555-0144]], about her biopsy',
  'P: [[phone:218-555-0177]], patient has chest pain',
  'her dialysis is at 6, reach her daughter [[name:Joan]] at [[phone:406-555-0113]]',
])('a line of somebody: %s', check)

test.each([
  'pt is a 92yo F of [[place:Shaker Heights]] with CHF'.replace('92yo', '[[age:92]]yo'),
  'a 6-year-old girl from [[place:Quemado]] with asthma',
  'a retired farmer from [[place:Polson]], he has COPD',
  'his wife drove 60 miles from [[place:Ely]] to bring the CPAP',
  "he's at a hotel in [[place:Wisconsin Dells]] and out of insulin",
  'she is staying with her son near [[place:Winnemucca]], send the refill there',
  'they relocated to [[place:Bisbee]] and her oncologist has no records',
  'he wants his CPAP mask sent to the UPS store in [[place:Ronan]]',
  "I'm out on the county road past [[place:Mount Horeb]] and my oxygen is low",
])('where somebody is: %s', check)

test.each([
  'The vendor drove from Omaha to fix the scanner',
  'Techs are staying at a hotel in Bismarck for the EHR install',
  '2019 Altima, MI plate, patients complain that it blocks the ramp',
])('no place of anybody: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'place')).toEqual([])
})

test.each([
  'Share for a second opinion, patient [[name:Lucian Aquino]]: [[url:https://drive.example/f/aquino-fundus-OD]]',
  'Screenshot of the bill of patient [[name:Greta Lindholm]]: [[url:https://photos.cloudbox.example/s/AbQ9rT-lindholm-hsa]]',
  'The hospice consent of patient [[name:Rosa Tyndall]]: [[url:https://hospice-docs.example/consents/tyndall_r/signed.pdf]]',
  'MRI of the patient [[name:Tilda Vance]] is at [[url:https://img.ortho.example/s/knee-t-vance]]',
])('links of somebody: %s', check)

test.each([
  'The clinic meets at https://teams.example/l/meetup-join/19 about patients',
  'Manual of the lab interface: https://docs.vendor.example/kb/interfaces',
  'New folder for templates of the clinic: https://drive.example/f/templates',
])('links of nobody: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'url')).toEqual([])
})

test.each([
  'Enrolled voiceprint [[biometric:VP-7720-0091]] answers for patient [[name:Alistair Montcrieff]]',
  'Fingerprint reader fails. Template store says "[[biometric:FPT-L2-009417]] corrupt" for client [[name:Dario Fontaine]]',
  'The gait lab video template [[biometric:GAIT-0077-AQ]] of patient [[name:Lucian Aquino]]',
  'iris template [[biometric:448120]] of patient [[name:Lucian Aquino]]',
  'palm vein enrollment [[biometric:PV20250118]] of patient [[name:Lucian Aquino]]',
])('what biometrics are kept under: %s', check)

test.each([
  'Fingerprint reader SN 44812077, driver 1.6.1, at the hospital',
  'The fingerprint scanner model FP-4500 of the clinic is dead',
])('a reader is nobody: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'biometric')).toEqual([])
})

test.each([
  'My mom [[name:Ludmila Castellow]] is [[age:94]] and her oxygen beeps',
  "a new hip at the clinic (she's [[age:91]]!)",
  'a patient who is [[age:97]] if you can believe it',
  'the patient lives at [[address:118 Old Mill Rd]], says the nurse',
  'the patient table has encounters (118M rows)',
  'my mother will be [[age:96]] in May, she had an MRI',
  "I'm [[age:ninety-three]] so talk loud, my oxygen beeps",
  'before my appointment on [[date:the 24th]]',
  'his biopsy was on [[date:the 3rd of May]]',
  'chemo since Mon [[date:the 12th]], patient has a fever',
])('ages and days: %s', check)

test.each([
  'Patients wait, the app on the 2nd floor is slow since Monday',
  'HL7-LOAD 6.2.14 rejected the row of the lab',
  'Zoom for Healthcare client 5.17.11 (34827) fails for a patient visit',
  'DEA no. on file, exp 06/30/2026, the pharmacy needs it for a refill',
])('no day of anybody: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'date')).toEqual([])
})

test.each([
  'Portal message\nFrom: [[name:Aaliyah Kingsley]]\nTo: Care Team\nI need to see my results before I come in',
  'My name got changed to [[name:Kateryna Holub]] after my surgery, used to be [[name:Kateryna Moss]]',
  'the chart is under her old name, formerly [[name:Ana Petrakis]], she has lupus',
  'my name is [[name:lucia ferrantini]] and I need my inhaler',
  'Agent: name and birthday?\nMember: [[name:Galina Sorokina]], [[birth-date:3 May 1962]]\nAgent: How can I help with your copay',
  "I can't see my results of the MRI in the portal.\n\n[[name:Andoni Larrea]]",
  'My refill was sent to the wrong pharmacy, please fix.\n[[name:Joyce]]',
  '[[name:Persephone Akers]] was visiting her grandmother [[name:Wanda Akers]], who has a fever',
])('names by what stands around: %s', check)

test.each([
  'Dear Ms. Sandoval,\nplease find our invoice for the storage contract.',
  "Voicemail of the helpdesk: Hi, it's Ellen at the Maple Street office, the copier is jammed",
  'Specimen rejected by the lab. Collector: M. Arceneaux. The scanner is slow',
  'EHR access form, manager approval: Tomoko Oyama',
  'The lab interface is down and my patients wait for results.\n\nPriya',
  'Hearing clinic: NOAH database lost the fitting',
  'The NOAH database of the hearing clinic is down',
])('no name of a patient: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'name')).toEqual([])
})

test.each([
  'On-call roster week 37\nMon 9/9  Anneke Visser  425-555-0141\nTue 9/10 Rashid Mboya  425-555-0158',
  'Hospitalists on call\nPrimary: Anneke Visser 425-555-0141\nBackup: Rashid Mboya 425-555-0158',
  'IT rota, nights\n\n9/9 Tess Gallagher 206-555-0193\n9/10 Anneke Visser 425-555-0141',
  'Pager rotation for January\nWeek 1  Rashid Mboya  (425) 555-0158\nWeek 2  Tess Gallagher  (206) 555-0193',
  'Standby for the lab interface:\nSaturday  Tess Gallagher  206.555.0193\nSunday  Anneke Visser  425.555.0141',
])('nobody on a roster is a patient: %s', (text) => {
  expect(detect(text)).toEqual([])
})

test.each([
  'Hours are 8 to 5. Call me at x3391.\n\nGwendolyn Asare\nClinical Informatics\ngasare@valley.example | 509-555-0102',
  'The scanner is back.\n\nGwendolyn Asare\nCompliance & Privacy\n509-555-0102 | gasare@valley.example',
  'The label printer is back.\n\nIdris Okonedo\nRadiology\niokonedo@valley.example | (509) 555-0102',
  'Is the fax fixed?\n\nAnneke Visser\nBilling Office\navisser@valley.example | P 509-555-0102',
  'Please reset the trainee logins.\n\nTess Gallagher\nHuman Resources, Training\ntgallagher@valley.example | +1 509-555-0102',
])('a signature with a department: %s', (text) => {
  expect(detect(text)).toEqual([])
})

test.each([
  "Caller: Pilar at Dr Stoddard's office. Their VPN drops when they open a chart.",
  "Caller: Imelda from Dr Stoddard's clinic, a result is missing",
  "Contact: Pilar Quintana with Dr. Stoddard's practice, fax of the clinic jams",
  'Wound 3 cm, visit done. RN signature: M. Tallbear',
  'Wound 3 cm, visit done. Signature of RN: Moira Tallbear',
  'Wound 3 cm, visit done. Physician signature: M. Tallbear',
  'Wound 3 cm, visit done. Nurse sig: Moira Tallbear',
  'Forms for Pinecrest Elementary about a vaccine',
  'Forms for Benjamin Franklin Elementary about a vaccine',
  'We give Fluzone HD and Vaxelis Gray to patients with asthma',
  'The price list for flu shots:\n90686  Fluarix Quad 0.5 mL     28.00\n90662  Fluzone HD              74.50',
  'Clinic closed on Christmas Eve and Memorial Day, patients are told',
  'the patient had surgery on Christmas Eve, fever since Easter Monday',
])('no name of anybody ill: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'name')).toEqual([])
})

test.each([
  'The chart of [[name:Ana Petrakis]] is locked, on call: nobody. Call her at [[phone:509-555-0141]]',
  'On-call nurse took it:\nMon [[date:9/9]] patient [[name:Anneke Visser]] [[phone:425-555-0141]] has a fever',
  'her cell for the MFA code of MyChart is [[phone:971-555-0133]], patient [[name:Ana Petrakis]]',
  'Please refill my insulin prescription.\n[[email:marta@acme.example]] | [[phone:509-555-0102]]',
  'Patient signature: [[name:Moira Tallbear]], consent for surgery',
  'Caller: [[name:Pilar Quintana]], her insulin is out',
])('whoever is ill is still found: %s', check)

test.each([
  'main 206-555-0100 -> AA 8000',
  'trunk: 10.9.0.4:5060\nmain 206-555-0100 -> AA 8000\nnurse line 206-555-0104 -> queue 8210',
  'billing 206-555-0107 => hunt group 8220',
  'triage 206-555-0104 to voicemail 8299',
  'Fax line at the Elm St clinic has no dial tone. Number 541-555-0101, circuit ID 81.HCGS.004471..CL',
  'Number 541-555-0101 is a POTS line of the clinic',
  'Add Dr. Lindgren to the group, employee no. 118204. His cell for the token is 971-555-0133.',
  'New hire Tess starts Monday. Her mobile for Duo is 971-555-0133.',
  'The locum, Dr. Okonedo, needs MFA, cell 971-555-0133',
])('no phone of a patient: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'phone' || f.kind === 'fax')).toEqual([])
})

test.each([
  'Backup job report\nJob: FS-DAILY  Session 7f3b1c9a\nStart 10/03/2024 23:00:04  End 10/04/2024 01:47:39\nObjects 14/14  Processed 6.2 TB',
  'Replication of the imaging archive, session 41\nStarted: 10/03/2024 23:00:04\nEnded: 10/04/2024 01:47:39\nobjects 14',
  'Export of lab results: task started 10/03/2024 23:00:04 and completed 10/04/2024 01:47:39, rows 4411',
  'Nightly batch of X-ray reports. Begin 10/03/2024 23:00:04. Finish 10/04/2024 01:47:39. Errors 0',
])('the day of a job: %s', (text) => {
  expect(detect(text).filter((f) => f.kind === 'date')).toEqual([])
})

test('a town that says whose mayor somebody is', () => {
  check('pt, a [[age:91]] y/o retired mayor of [[place:Ely]], seen [[date:2/27/24]]')
  expect(
    detect('The patient was transported by Medic 12 to the hospital').filter((f) => f.kind === 'place'),
  ).toEqual([])
})
