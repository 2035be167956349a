import { expect, it } from 'vitest'
import { issuesCsv } from './issues-csv.ts'

it('writes one line an issue, quoted, and no formulas', () => {
  expect(
    issuesCsv([
      { file: null, row: 7, field: 'birthDate', reason: 'is no date, "30/30"', severity: 'error' },
      { file: 'Patient.ndjson', row: null, field: null, reason: '=cmd()', severity: 'warning' },
    ]),
  ).toBe(
    'row,field,reason,result\r\n7,birthDate,"is no date, ""30/30""",error\r\nPatient.ndjson,,\'=cmd(),warning\r\n',
  )
})
