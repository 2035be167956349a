import { wordSet } from '../lexicon/words.ts'
import { DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'

/** Machines of offices, labs and wards, with makers and models of them: nobody's, whatever stands around. */
const HARDWARE = wordSet(
  `printer printers zebra zd510 zd620 zd621 zd421 zd410 zd420 gk420 gk420d gx420 dymo ricoh xerox lexmark kyocera konica epson laserjet officejet fujitsu kodak copier mfp fax scanner scanners honeywell datalogic 
  laptop laptops desktop pc workstation thinkpad elitebook optiplex macbook chromebook kiosk kiosks terminal pinpad verifone ingenico server servers switch router firewall ups pdu camera nvr dock docking dongle webcam projector
  analyzer analyser centrifuge sterilizer autoclave microscope fridge freezer incubator audiometer tonometer colposcope ultrasound x-ray gantry modality robot scriptpro pyxis omnicell parata dispenser washer chiller compressor aed projector booth dermcam fotoderm noahlink programmer autorefractor hamilton drager draeger lifepak lp12 lp15 zoll siemens magnetom aera skyra vida somatom 2008t 2008k 2008k2 mammomat linac truebeam neuron capsule inform alaris sigma intellivue carescape accuvix vivid logiq voluson epiq affiniti treadmill methaspense methasoft
  impresora computadora portatil escaner`,
)
const REACH = 7

/** Whether such a machine is named right before a label, on its line. */
export function isOfOfficeHardware(page: Page, label: number): boolean {
  const { word, gap } = page.tokens
  for (let at = label - 1; at >= 0 && at >= label - REACH && gap[at + 1]! < GAP.line; at--) {
    if (HARDWARE.has(word[at]!)) return true
    // "moved servers. Device serial ..."
    if (page.mark(at) === DOT && gap[at + 1]! > GAP.none) return false
  }
  return false
}
