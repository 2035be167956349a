import type { IdentifierKind } from '../kinds.ts'

/** What the letters in front of a number tell of it, where they are what offices put there. */
const FRONTS: [IdentifierKind, string][] = [
  [
    'other-id',
    'rx erx clm clms claim auth pa ref csn enc vis visit acc accn apl app appl grv ir iro aor loa fmla roi eob dcn icn tcn spec path cyt case wc iz imz evt ev rl psn req rqn rq ord so lo dx bv tvl study subj scr rand kit trip pcr run epi ep uti um ur det gfe est dkt cv cr juv prob fnol inc adj hla don din tx rpm enr ctr cmp cmpl rma dwc owcp wcb cps aps iep sasid stu lab lb sp bx slide xr mr ct us img appt apt conf cnf bk ride rf rfl rfr refl uds udt tox bb bbk dt evv ems irf grv cpl pmr pcn adv sar eve occ qre psi cad crf sae rxn scr edc irt iwrs ccr mdr perm dcf dcfs wic tanf snap opo nbs pku bpa mpr nicu obs tri trg wl hrg alj qio ire mac idr nsa adr rac tpe ptp p2p loc lcd epa cmn dwo swo smn pod sca osh ime qme ame dfr iw vaers ae icsr tele vv tm cl hie',
  ],
  ['account', 'acct acc act guar gtor grntr har hsp bill bil stmt pmt'],
  ['member-id', 'mbr mem memb sub subs pol ins hic cin'],
  ['mrn', 'mrn mrno pat pid cht chart emr ehr empi'],
  ['device', 'sn s/n ser dev imp'],
]

const kinds = new Map<string, IdentifierKind>()
for (const [kind, list] of FRONTS)
  for (const front of list.split(' ')) if (!kinds.has(front)) kinds.set(front, kind)
// Magnetic resonance, and medical record; claims in court, and many more.
for (const front of [
  'mr',
  'app',
  'don',
  'us',
  'cr',
  'so',
  'inc',
  'rma',
  'acc',
  'act',
  'dx',
  'ins',
  'tx',
  'ref',
])
  kinds.delete(front)

/** The kind that letters in front of a number tell. */
export const kindOfFront = (letters: string): IdentifierKind | undefined => kinds.get(letters)
