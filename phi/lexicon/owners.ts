import { IMPLANTS } from './context.ts'
import { classify } from './words.ts'

/** Whose a number may be that stands near a word. */
export const OWNER = {
  none: 0,
  record: 1,
  member: 2,
  account: 3,
  licence: 4,
  device: 5,
  /** Claims, visits, specimens, prescriptions, studies. */
  other: 6,
  /** A thing, hence nobody's. */
  thing: 7,
  /** Somebody, with no word for what the number is of. */
  person: 8,
  /** Says that it is a number, and not whose. */
  pointer: 9,
  /** Numbers of hardware: somebody's where the hardware is worn or implanted. */
  part: 10,
  phone: 11,
  /** A thing's, but only right beside it: "page 12" and "12 pages". */
  beside: 12,
  zip: 13,
  /** Somebody looks a record up. */
  query: 14,
  /** Of goods, or of a test or treatment. */
  order: 15,
} as const
export type Owner = (typeof OWNER)[keyof typeof OWNER]

const WORDS: [Owner, string][] = [
  [
    OWNER.beside,
    `check cheque ck apt apartment suite ste room rm floor fl bldg building bed bay door gate dock box locker desk cabinet shelf aisle row seat table tray slot rack drive disk disc port line trunk channel vlan page pages section chapter step figure fig
    article paragraph appendix sheet tab column cell field question update upgrade issue commit event exit status incident change problem work stock product key code codes activation company tax meeting conference webinar passcode pin otp confirmation session request trace transaction process thread user host hostname printer scanner
    server workstation laptop desktop router switch firewall node cluster queue flight train bus route highway street exit elevator boiler fridge freezer autoclave cycle generator furnace truck van fleet count total sum amount price cost fee copay charge rate volume size weight height width length bp hr rr temp glucose dose mg ml mcg qty quantity score level
    grade stage class day days week year month hours time times toner ink paper cable filter battery ups hvac area report survey regulation rule law template revenue modifier copies sets files rows records visits messages jobs errors mb gb tb kb seconds minutes miles patients beds units pcs pieces percent rolls labels dollars usd`,
  ],
  [
    OWNER.thing,
    `cust protocol protocols grant grants era eft ach chk ptan chat msg lock receipt receipts nct eudract gtin ccn lockbox keycode gpo packing po purchase invoice inv quote quotation ticket tickets tracking shipment shipping delivery pallet package parcel container sku catalog cat item part pn model version ver release build firmware patch revision rev bug pr job task error exception circuit extension ext x warranty rma contract agreement vendor supplier merchant store shop branch dealer
    customer ein vat duns clia taxonomy upc ean isbn loinc cpt icd ndc rxnorm snomed hcpcs drg toner cartridge kb cve commit hash checksum parking incident change registrar domain form forms segment compendium iso soc soa reseller routing rtg aba batch budget budgets centre center cyber broker alarm chiller thermostat pager hex eft submitter isa chip tin tins eins fein confirm confirmation`,
  ],
  [
    OWNER.record,
    'chart charts record records rec mrn mrns emr ehr hrn urn mpi empi medrec file files folder wristband armband band hospital patid pid expediente expedientes historia clinica ficha nhc merge merged merging duplicate duplicates',
  ],
  [
    OWNER.member,
    'mem memb subscr insd mcaid mcd mdcd mcr champva silverscript amerigroup amerihealth wellpoint elevance optumrx caremark medimpact emblemhealth fidelis healthfirst carefirst premera regence careplus geha umr healthpartners selecthealth triwest copay member members mbr subscriber insured policy policyholder insurance insurer ins plan coverage carrier enrollee recipient beneficiary cardholder hmo ppo epo medicaid medicare medi-cal tricare hicn mbi cin bic sponsor benefits benefit dental vision humana aetna cigna anthem kaiser bcbs bluecross uhc unitedhealthcare molina centene wellcare ambetter highmark caresource eyemed vsp ramq ohip blue supplement medigap aarp cobra chip afiliado afiliada poliza seguro titular contrato group grp insurers subscribers policies ahcccs eligibility pbm tenncare masshealth badgercare soonercare husky kancare champva hcid forwardhealth coverkids familycare kidcare peachcare arkids denalicare mainecare alohacare ohana medquest providerone famis soonerselect caloptima iehp cencal calviva excellus univera mvp meritain healthcomp healthsmart bluecard bluecare navitus seguros aseguranza asegurado asegurada tarjetahabiente beneficiario beneficiaria cobertura',
  ],
  [
    OWNER.account,
    'gtor guar grntr har debtor creditor collector account accounts acct accts a/c billing guarantor balance statement stmt bill cuenta autopay refund payment bank checking savings ledger hsa fsa iban collections carecredit factura facturas',
  ],
  [
    OWNER.licence,
    'certificate cert license licences licenses licence lic driver drivers driving dl cdl dmv licencia credential aprn lpn rn permit',
  ],
  [
    OWNER.device,
    `${IMPLANTS} pers ilr ipg crt icds pacer pacers iud nexplanon mirena pendant inhaler cycler trach picc gtube pessary wearables livongo omron cochlear mattress dme hoyer commode rollator cath catheter aid aids lens lenses valve electrode electrodes lead leads oximeter portacath mediport implants stents pumps grafts lvad loop shell stem liner tibial femoral acetabular tray transmitter processor audifono marcapasos protesis valvula concentrador concentrador oxygen ventilator vent nebulizer crutches dentures orthosis brace tissue graft bipap cpap apap ostomy tens vns dbs telemetry wearable smartwatch conc concs pap autopap vpap asv airview airsense10 airsense11 dreammapper powerchair spirometer pulseox glucose sensor-wear elopement wanderguard lifealert medalert afo kafo aspen tlso biliblanket enteral feeding kangaroo cadd curlin nxstage homechoice amia liberty activac prevena livanova nevro linq carelink latitude merlin airvo everflo simplygo oxygo eclipse cuff coaguchek accuchek onetouch airsense airmini dreamstation inogen lifevest phonak oticon starkey widex signia eversense withings nonin`,
  ],
  [
    OWNER.other,
    'edipi claimant claimants path clm clms subj subjs pupil pupils sasid upi hla candidate waitlist dispute determination alj ire qio fnol wcb wcab owcp ecomp dwc fmla icn dcn tcn rfa sae aer medwatch rqn precert precertification preauthorization predetermination enrolment consult consults cytology histology exemption mission typenex placer filler claim claims encounter encounters visit visits csn accession acc specimen specimens sample samples tube tubes kit auth authorization authorizations preauth referral referrals rx prescription prescriptions script scripts case subject participant trial study student school booking inmate passport pasaporte serum plasma cup cups swab swabs aliquot aliquots denial denials reconsideration redetermination subpoena juror index ems ambulance custody pathology surgical image images pacs mri ct xray ultrasound echo mammogram requisition req donor registry immunization seal docket police run trip pcr prior appeal grievance slide biobank comp cita receta reclamo autorizacion erx tissue iis pasrr episode episodes eob waiver guardianship crossmatch refill dispense estimate estimates gfe juror jury summons ombudsman rems bottle culture bottles cultures probation parole proband isolate biospecimen',
  ],
  [
    OWNER.person,
    'patient patients pt pts pat paciente client clients resident her his their hers my she he him person child kid baby mother father mom dad son daughter wife husband sister brother aunt uncle lady man woman girl boy gentleman newborn name named twin twins',
  ],
  [
    OWNER.query,
    'type types typed enter enters entered key keyed search searched searching lookup scanned find pull pulled look under into',
  ],
  [OWNER.order, 'order orders ord'],
  [OWNER.zip, 'zip zips zipcode postal'],
  [OWNER.pointer, 'number numbers no nos num nums nr nbr id ids identifier identifiers numero numeros'],
  [
    OWNER.part,
    'serial serials ser sn lot lots asset tag tags sticker stickers imei mac udi socket remote eq equip equipment device devices barcode serie lote unit machine meter monitor remote reader receiver',
  ],
  [
    OWNER.phone,
    'phone phones tel telephone cell mobile fax call called calling callback dial reach text texted texts ring telefono cel celular',
  ],
]

const owners = new Uint8Array(1 << 15)
for (const [owner, list] of WORDS) classify(list, owners, owner)
/** What persons have numbers of, in the plural: "two wristbands". */
const COUNTED: ReadonlySet<Owner> = new Set<Owner>([
  OWNER.record,
  OWNER.member,
  OWNER.account,
  OWNER.licence,
  OWNER.device,
  OWNER.other,
])
const LEAST_COUNTED = 4
for (const [owner, list] of WORDS) {
  if (!COUNTED.has(owner)) continue
  const many = list.split(/\s+/).filter((word) => word.length >= LEAST_COUNTED && !word.endsWith('s'))
  classify(many.map((word) => `${word}s`).join(' '), owners, owner)
}

/** What a word, by its number, tells of a number beside it. */
export const ownerOfWord = (word: number): Owner => owners[word]! as Owner
