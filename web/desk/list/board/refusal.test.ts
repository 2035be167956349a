import { expect, it } from 'vitest'
import { ApiProblem } from '../../../api/problem.ts'
import { refusalText } from './refusal.ts'

const problem = (slug: string, more: object = {}) =>
  new ApiProblem({ type: `https://wellkeep.dev/problems/${slug}`, title: 'No', status: 409, ...more })

it('says why a card stays where it was', () => {
  const missing = [
    { kind: 'phi-file', id: '1', title: 'A file that may hold protected health information' },
    { kind: 'step', id: '2', title: 'Disk destroyed' },
  ]
  expect(refusalText(problem('ticket-not-closable', { missing }))).toBe(
    'Still to be done: A file that may hold protected health information and Disk destroyed.',
  )
  const meanwhile = [
    { by: 'Lena Abara', at: '', changes: ['status', 'assigneeId'] },
    { by: 'Lena Abara', at: '', changes: ['status'] },
  ]
  expect(refusalText(problem('changed-meanwhile', { meanwhile }))).toBe(
    'Lena Abara changed its status and who works on it just now. Look again, then move it.',
  )
  expect(refusalText(problem('changed-meanwhile', { meanwhile: [] }))).toMatch(
    /^Somebody changed it just now/,
  )
  expect(refusalText(problem('ticket-has-open-children'))).toMatch(/still open/)
  expect(refusalText(problem('forbidden', { detail: 'This needs a permission.' }))).toBe(
    'No. This needs a permission.',
  )
})
