import { expect } from 'vitest'
import { detect } from '../index.ts'
import type { Kind } from '../kinds.ts'
import { parseItem } from './items.ts'
import { sameGroup } from './measure.ts'

/** For tests: every labelled passage is found as its kind, and nothing else of the kinds that are looked at. */
export function expectFound(markup: string, looked: (kind: Kind) => boolean): void {
  const { text, labels } = parseItem('test', markup, true)
  const found = detect(text).filter((f) => looked(f.kind))
  for (const { kind, start, end } of labels)
    expect(
      found.some((f) => sameGroup(f.kind, kind) && f.start < end && start < f.end),
      `${kind} ${text.slice(start, end)}`,
    ).toBe(true)
  for (const f of found)
    expect(
      labels.some((l) => sameGroup(f.kind, l.kind) && f.start < l.end && l.start < f.end),
      `${f.kind} ${text.slice(f.start, f.end)}: ${f.reason}`,
    ).toBe(true)
}
