import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { unpackWoff } from './woff.ts'

const require = createRequire(import.meta.url)

/** One font file and the characters it is for. */
export type Face = { name: string; covers: (codePoint: number) => boolean; load: () => Buffer }

type Weight = 400 | 700
type Spec = { family: string; subset: string; weights: Weight[] }

/**
 * Noto Sans, script by script, and GNU Unifont for all that is left of Unicode's first plane (Chinese, Korean,
 * Thai, ...): plain, but never an empty box. All under the SIL Open Font License.
 */
const SPECS: Spec[] = [
  { family: 'noto-sans', subset: 'latin', weights: [400, 700] },
  { family: 'noto-sans', subset: 'latin-ext', weights: [400, 700] },
  { family: 'noto-sans', subset: 'vietnamese', weights: [400, 700] },
  { family: 'noto-sans', subset: 'cyrillic', weights: [400, 700] },
  { family: 'noto-sans', subset: 'cyrillic-ext', weights: [400, 700] },
  { family: 'noto-sans', subset: 'greek', weights: [400, 700] },
  { family: 'noto-sans', subset: 'greek-ext', weights: [400, 700] },
  { family: 'noto-sans', subset: 'devanagari', weights: [400, 700] },
  { family: 'noto-sans-arabic', subset: 'arabic', weights: [400, 700] },
  { family: 'noto-sans-hebrew', subset: 'hebrew', weights: [400, 700] },
]
const LAST_RESORT = require.resolve('@fontsource/unifont/files/unifont-latin-400-normal.woff')

const faces = new Map<Weight, Face[]>()

/** The faces of one weight, in the order to try; the last one covers the rest of the first plane. */
function facesOf(weight: Weight): Face[] {
  const known = faces.get(weight)
  if (known) return known
  const list = SPECS.filter((s) => s.weights.includes(weight)).map((s) => face(s, weight))
  list.push({
    name: 'unifont',
    covers: (c) => c <= 0xffff,
    load: once(() => unpackWoff(readFileSync(LAST_RESORT))),
  })
  faces.set(weight, list)
  return list
}

function face({ family, subset }: Spec, weight: Weight): Face {
  const file = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`)
  const ranges = JSON.parse(readFileSync(join(dirname(file), '..', 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >
  return {
    name: `${family}-${subset}-${weight}`,
    covers: inRanges(ranges[subset]!),
    load: once(() => unpackWoff(readFileSync(file))),
  }
}

/** `U+0000-00FF,U+0131` as a test. */
function inRanges(text: string): (codePoint: number) => boolean {
  const ranges = text.split(',').map((part) => {
    const [from, to] = part.trim().slice(2).split('-')
    return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const
  })
  return (c) => ranges.some(([from, to]) => c >= from && c <= to)
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Cuts text into runs of one face each. A character stays in the face of its predecessor where that has it, so
 * that blanks do not break words of another script apart.
 */
export function fontRuns(text: string, bold: boolean): { face: Face; text: string }[] {
  const list = facesOf(bold ? 700 : 400)
  const runs: { face: Face; text: string }[] = []
  for (const character of text) {
    const c = character.codePointAt(0)!
    const last = runs.at(-1)
    const stays = last && last.face.name !== 'unifont' && (last.face.covers(c) || c === 0x20)
    const face = stays ? last.face : list.find((f) => f.covers(c))
    // Nothing covers the higher planes (emoji, historic scripts): the replacement character says so.
    if (!face) {
      const mark = list[0]!
      if (last?.face === mark) last.text += '\ufffd'
      else runs.push({ face: mark, text: '\ufffd' })
    } else if (last && last.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}
