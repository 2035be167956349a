import { Scanner } from '../scanner.ts'

/** For tests: what rules alone find, without learnt weights: "kind text". */
export function foundByRules(text: string): string[] {
  const scanner = new Scanner({}, { numbers: () => undefined, drafts: () => undefined })
  const { findings } = scanner.scan(text, 0, 0, text.length)
  scanner.release()
  return findings
    .filter((f) => f.level === 'identifier' && f.kind !== 'name' && f.kind !== 'date')
    .map((f) => `${f.kind} ${text.slice(f.start, f.end)}`)
}
