import { expect, test } from 'vitest'
import { foundByRules } from './quality/found-by-rules.ts'

const found = (text: string): string[] =>
  foundByRules(text).filter((f) => /^(device|biometric|photo|licence)/.test(f))

test.each([
  ['Remote check of Ms. Oyelaran: pacemaker RKT771820H, battery ok', ['device RKT771820H']],
  ['loop QLA220417S of the patient, last seen Tuesday', ['device QLA220417S']],
  ['CRT-D BKD 220817 never sent, pt Curtis Vandam', ['device BKD 220817']],
  ['his CPAP from the sleep lab, 22201884417, is loud', ['device 22201884417']],
  ['Hearing aids of Mr. Ito: left 2314AX1182, right 2314AX1190', ['device 2314AX1182', 'device 2314AX1190']],
  ['my concentrator beeps, the number on the back is 41187 220 18', ['device 41187 220 18']],
  [
    'O2 concentrator of Mrs. Hale, old unit 0118 220 417, new unit 0118 220 993',
    ['device 0118 220 417', 'device 0118 220 993'],
  ],
  ['Pick up the bed, serial DRX-20118-44. She passed on Sunday', ['device DRX-20118-44']],
  ['O2 concentrator INV-20118844 of the patient', ['device INV-20118844']],
  ['Explanted hip stem lot HX20184, Perry Quist', ['device HX20184']],
  ['AirSense 10 sn 23191188274, dn 417, of the patient', ['device 23191188274', 'device 417']],
  ['brought the lift JRN 44817 to Mrs. Hale', ['device JRN 44817']],
  ['Chair: Quickie QS-220-41187, she is stuck in bed', ['device QS-220-41187']],
  ['my chair QC-M3 0735 2627 is stuck', ['device QC-M3 0735 2627']],
  ['bed sensor SMT-BS-20118 of the patient, alarm to her son', ['device SMT-BS-20118']],
  [
    'I have the pacemaker box, the number on the bottom is RMB 2 2 0 4 1 7 K, it blinks',
    ['device RMB 2 2 0 4 1 7 K'],
  ],
  ['my alert pendant, number on the back is LB dash 44 0 2 1 7', ['device LB dash 44 0 2 1 7']],
  ['leads 4574-53 sn BBL220417V, implanted 2019', ['device BBL220417V']],
])('devices that somebody wears or has at home: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  'Biomed inventory\nPump, s/n 20118844\nPump, s/n 20118845',
  'We hold 4 stimulators in the store room, serials RKT771820S, RKT771821S, none implanted',
  'CPAP demo units on the shelf, SN 22201884417 and 22201884418',
  'Zebra printer S/N D5J20118820 at the desk of the patient registration',
  'Strips lot 2011884 for the patient, exp 2027-05',
  'XR KNEE 3V 73562 of the patient, box 26 C2204 of the form',
  'Demo hearing aids 2241X0417 and 2241X0418 for the fitting room, no patients',
  'Loaner processors: 1010220417001, 1010220417002, in the drawer, unassigned',
  'CPAP tubing lot 2204178 for the patient',
  'Implant tray lot 44K2201 for the patient was pulled',
  'The patient lies in the Siemens Skyra s/n 42018, pump outside',
  'Rep swaps the Merlin programmer. Old unit s/n PKK220417R goes back',
  'his ostomy bags (A5063) are on hold',
  'the patient has a walker. SN 2w4 1w5; PT 2w3',
  'Infusion pump, asset HR-20118, was cleaned after the patient left',
])('devices of the place: %s', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  ['palm scan of the patient, tmpl=F9-22-0A-7718-C4', ['biometric F9-22-0A-7718-C4']],
  ['iris codes IRIS-L 0x3F9A-7719 of the patient', ['biometric 0x3F9A-7719']],
  ['voice: enrollment id VP-00441182 of the member', ['biometric VP-00441182']],
  ['the kiosk shows face ID no. FT-0041-88b2, not mine', ['biometric FT-0041-88b2']],
  ['thumb print no. TB-0418-R of the patient', ['biometric TB-0418-R']],
  ['the voice sample was enrolled, id spc-2204-nl, of the patient', ['biometric spc-2204-nl']],
  [
    'Newborn footprints, scanner output FTP-L-2204 / FTP-R-2204, of the patient',
    ['biometric FTP-L-2204', 'biometric FTP-R-2204'],
  ],
  ['iris alarm IRIS/R/00417 of the patient', ['biometric IRIS/R/00417']],
  ['finger stick sample 2011884 of the patient went to the lab', []],
  ['SFTP host key fingerprint SHA256:k4vQm1x0aB99 of the clinic', []],
  ['TLS certificate renewed, thumbprint 7A:11:C4:9E:22:01', []],
])('templates of bodies: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  [
    'The patient sent wound_left_heel.jpg and face_before.png',
    ['photo wound_left_heel.jpg', 'photo face_before.png'],
  ],
  ['lesion_back_0418.heic of the patient is stuck', ['photo lesion_back_0418.heic']],
  [
    "Pictures the nurse took won't load: IMG_0881.HEIC, IMG_0882.HEIC & DSC_0441.NEF, all of Arturo Benavides",
    ['photo IMG_0881.HEIC', 'photo IMG_0882.HEIC', 'photo DSC_0441.NEF'],
  ],
  ['reg_0412_0931.png is of her son Emeka, wrong chart', ['photo reg_0412_0931.png']],
  ['Video of his gait, hallway_0312.mp4, pt Arturo Benavides', ['photo hallway_0312.mp4']],
  ['Arturo Benavides, MRN 4471882: upload of benavides_0412.jpg stuck', ['photo benavides_0412.jpg']],
  ['New staff photos for the directory: staff_017.jpg, staff_018.jpg, patient portal next week', []],
  ['Photo of the screen attached (IMG_2231.jpg), patient list is cut', []],
  ['Parking camera saved CAM4_0931.mp4, the visitor of the patient left', []],
  ['Screenshot of the patient portal attached, error_screen.png', []],
  ['photo of the printer: printer_back.jpg, patient labels cut', []],
])('pictures that show somebody: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each([
  ['License shown was K118-2204-9917, the patient signed', ['licence K118-2204-9917']],
  ['TN ID used at pickup 118204417, oxycodone of the patient', ['licence 118204417']],
  ['certificate of birth, no. 118-1990-022047, our GYN patient', ['licence 118-1990-022047']],
  ['DOT physical card no M 0118220, exam of the patient', ['licence M 0118220']],
  ['Nursing license (mine) CT 10.118822 may be told to the Board, as a patient', ['licence 10.118822']],
  ['Our contractor license is VA 2705-011822, she fixed the oxygen shed', []],
  ['tape destruction cert. no. 881204, patient records', []],
  ['Blue Cross ID XKJ118220417 of the patient, photo ID seen', []],
])('licences and certificates: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})
