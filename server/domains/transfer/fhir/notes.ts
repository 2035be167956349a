import type { Issue } from '../problem.ts'

/** Collects what is worth saying about one resource while it is mapped. */
export class Notes {
  readonly row: number
  readonly issues: Issue[] = []
  constructor(row: number) {
    this.row = row
  }

  /** Keeps the resource out. */
  fail(field: string, reason: string): void {
    this.issues.push({ row: this.row, field, reason, severity: 'error' })
  }

  /** Lets it in. What the record can't take stays in the resource, which is kept as it came. */
  warn(field: string, reason: string): void {
    this.issues.push({ row: this.row, field, reason, severity: 'warning' })
  }

  get failed(): boolean {
    return this.issues.some((issue) => issue.severity === 'error')
  }
}
