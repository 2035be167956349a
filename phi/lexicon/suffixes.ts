/**
 * Ends of words that only medicine has, so that conditions, drugs and procedures tell that no list holds. Words that end
 * so and mean something else are left out.
 */
const CONDITIONS =
  'itis emia uria algia plegia paresis rrhea rrhage penia megaly pathic opathy stenosis plasia phasia phagia pnea rosis lithiasis'
const PROCEDURES = 'ectomy otomy ostomy oscopy plasty centesis pexy cytology'
const DRUGS =
  'cillin mycin statin prazole sartan azepam zolam conazole oxacin dipine triptan cycline tinib zumab ximab limumab gliptin gliflozin glutide parin barbital olol semide thiazide vudine ciclovir navir tegravir buvir fenac profen codone morphone setron lukast terol asone solone idone oxetine ipram tyline'
const TRADES = 'ologist iatrist iatric iatrics iatry'
const OTHERS = new Set(['sympathy', 'cytology'])

/** The last three letters of an end, as bits of five each; what else it must end with is compared only where these fit. */
const ends = new Map<number, string[]>()
const mayEnd = new Uint8Array(1 << 15)
const pack = (a: number, b: number, c: number): number => ((a & 31) << 10) | ((b & 31) << 5) | (c & 31)

for (const suffix of `${CONDITIONS} ${PROCEDURES} ${DRUGS} ${TRADES}`.split(' ')) {
  const key = pack(...([...suffix.slice(-3)].map((c) => c.charCodeAt(0)) as [number, number, number]))
  mayEnd[key] = 1
  ends.set(key, [...(ends.get(key) ?? []), suffix])
}

const LEAST = 7
const MOST = 30

/** Whether the word in `units[from, to)` ends as words of medicine do. */
export function isMedical(units: Uint16Array, from: number, to: number): boolean {
  const size = to - from
  if (size < LEAST || size > MOST) return false
  const key = pack(units[to - 3]!, units[to - 2]!, units[to - 1]!)
  return mayEnd[key] === 1 && endsSo(key, units, from, to)
}

function endsSo(key: number, units: Uint16Array, from: number, to: number): boolean {
  const word = String.fromCharCode(...units.subarray(from, to)).toLowerCase()
  return (
    !OTHERS.has(word) && ends.get(key)!.some((suffix) => word.length > suffix.length && word.endsWith(suffix))
  )
}
