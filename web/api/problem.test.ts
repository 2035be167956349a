import { describe, expect, it } from 'vitest'
import { ApiProblem, fieldErrors, problemOf, problemText } from './problem.ts'

const document = {
  type: 'https://wellkeep.dev/problems/invalid-input',
  title: 'Some fields are not right',
  status: 422,
  errors: [
    { field: 'email', message: 'is required' },
    { field: 'roleIds.0', message: 'is unknown' },
  ],
  next: 'totp',
}

describe('problems', () => {
  it('keeps slug, errors and extensions', async () => {
    const problem = await problemOf(Response.json(document, { status: 422 }))
    expect(problem).toMatchObject({ slug: 'invalid-input', status: 422, extra: { next: 'totp' } })
    expect(problem.errors).toHaveLength(2)
  })

  it('makes a problem of an answer that is none', async () => {
    const problem = await problemOf(new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(problem.status).toBe(502)
    expect(problemText(problem)).toBe('The server could not answer')
  })

  it('maps field errors to form fields, and a list’s item to its list', () => {
    expect(fieldErrors(new ApiProblem(document), { email: 'address' })).toEqual({
      address: 'Is required',
      roleIds: 'Is unknown',
      'roleIds.0': 'Is unknown',
    })
  })

  it('says nothing of an error that is not the server’s', () => {
    expect(problemText(new TypeError('secret of somebody'))).not.toContain('secret')
    expect(fieldErrors(new TypeError('x'))).toEqual({})
  })
})
