/** Something in a text that may identify a person or tell about their health, by place. */
export interface Finding {
  kind: string
  start: number
  end: number
  reason: string
}

export interface Judgement {
  suspected: boolean
  findings: Finding[]
}

const SSN = /\b\d{3}-\d{2}-\d{4}\b/g

/** Whether a text may hold protected health information, and where. */
export function judge(text: string): Judgement {
  const findings = [...text.matchAll(SSN)].map((m) => ({
    kind: 'ssn',
    start: m.index,
    end: m.index + m[0].length,
    reason: 'written as a Social Security number',
  }))
  return { suspected: findings.length > 0, findings }
}

/** The text with what was found in it covered. */
export function masked(text: string, findings: readonly Finding[]): string {
  let out = ''
  let at = 0
  for (const f of [...findings].sort((a, b) => a.start - b.start)) {
    if (f.end <= at) continue
    const start = Math.max(at, f.start)
    out += `${text.slice(at, start)}${'█'.repeat(Math.min(12, f.end - start))}`
    at = f.end
  }
  return out + text.slice(at)
}
