import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide, type Question } from './decide.ts'
import { FIELD_CLASSES, type FieldClass } from './field-classes.ts'
import { ALL_PERMISSIONS, type ClassAccess, SHIPPED_ROLES } from './permissions.ts'
import type { PrincipalRole } from './principal.ts'

const role: fc.Arbitrary<PrincipalRole> = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('A', 'B', 'C'),
  permissions: fc.subarray(ALL_PERMISSIONS as string[]),
  fieldClasses: fc.dictionary(
    fc.constantFrom(...FIELD_CLASSES),
    fc.constantFrom<ClassAccess>('read', 'write'),
  ) as fc.Arbitrary<PrincipalRole['fieldClasses']>,
  ipAllowList: fc.constant([]),
})
const wall = fc.record({
  team: fc.constantFrom('T1', 'T2'),
  group: fc.constant('G'),
  access: fc.constantFrom<'read' | 'write'>('read', 'write'),
})
const at = new Date('2026-06-01T12:00:00Z')
const question: fc.Arbitrary<Question> = fc.record({
  user: fc.record(
    {
      status: fc.constantFrom('active', 'invited', 'suspended', 'removed'),
      roles: fc.array(role, { maxLength: 3 }),
      expiresAt: fc.constantFrom(null, new Date('2026-01-01'), new Date('2027-01-01')),
    },
    { requiredKeys: ['status', 'roles'] },
  ) as never,
  permission: fc.constantFrom(...ALL_PERMISSIONS),
  resource: fc.option(
    fc.record({
      group: fc.constant('G'),
      walls: fc.array(wall, { maxLength: 3 }),
      breakGlassUntil: fc.constantFrom(null, new Date('2026-05-01'), new Date('2026-06-02')),
    }),
    { nil: undefined },
  ),
  needs: fc.constantFrom('read', 'write'),
  at: fc.constant(at),
}) as fc.Arbitrary<Question>

it('is closed by default', () => {
  for (const permission of ALL_PERMISSIONS)
    expect(decide({ user: { status: 'active', roles: [] }, permission, needs: 'read', at }).allowed).toBe(
      false,
    )
  const all: PrincipalRole = {
    id: 'x',
    name: 'All',
    permissions: ALL_PERMISSIONS,
    fieldClasses: { contact: 'write' },
    ipAllowList: [],
  }
  expect(
    decide({
      user: { status: 'active', roles: [all] },
      permission: 'clients:read',
      needs: 'read',
      resource: { group: 'G', walls: [] },
      at,
    }).allowed,
  ).toBe(false)
})
it('never shows a class that no role gives, nor one beyond the wall', () => {
  fc.assert(
    fc.property(question, (q) => {
      const d = decide(q)
      for (const c of FIELD_CLASSES) {
        if (d.classes[c] !== 'none') expect(q.user.roles.some((r) => r.fieldClasses[c])).toBe(true)
        if (d.classes[c] === 'write')
          expect(q.user.roles.some((r) => r.fieldClasses[c] === 'write')).toBe(true)
        if (q.resource && d.wall === 'none') expect(d.classes[c]).toBe('none')
        if (q.resource && d.wall === 'read') expect(d.classes[c]).not.toBe('write')
      }
    }),
  )
})
it('only ever opens more with another role or another wall', () => {
  fc.assert(
    fc.property(question, role, wall, (q, r, w) => {
      const before = decide(q)
      const more = decide({
        ...q,
        user: { ...q.user, roles: [...q.user.roles, r] },
        ...(q.resource && { resource: { ...q.resource, walls: [...q.resource.walls, w] } }),
      })
      if (before.allowed) expect(more.allowed).toBe(true)
      const rank = { none: 0, read: 1, write: 2 }
      for (const c of FIELD_CLASSES)
        expect(rank[more.classes[c as FieldClass] ?? 'none']).toBeGreaterThanOrEqual(
          rank[before.classes[c as FieldClass] ?? 'none'],
        )
    }),
  )
})
it('says why: a refusal has a reason that refuses, a grant has none but walls and classes that do', () => {
  fc.assert(
    fc.property(question, (q) => {
      const d = decide(q)
      const deciding = d.reasons.filter((r) => r.code !== 'field-class')
      if (!d.allowed) expect(deciding.some((r) => !r.allows)).toBe(true)
      else expect(deciding.filter((r) => r.code !== 'wall').every((r) => r.allows)).toBe(true)
    }),
  )
})
it('never allows an account that is not active or whose time has run out, nor writing by emergency access', () => {
  fc.assert(
    fc.property(question, (q) => {
      const d = decide(q)
      if (!d.allowed) return
      expect(q.user.status).toBe('active')
      if (q.user.expiresAt) expect(q.user.expiresAt > q.at).toBe(true)
      if (q.resource && !q.resource.walls.length) expect(q.needs).toBe('read')
    }),
  )
})
it('gives shipped administrators, officers of security and auditors no class at all', () => {
  for (const key of ['administrator', 'security-officer', 'auditor'])
    expect(SHIPPED_ROLES.find((r) => r.key === key)!.fieldClasses).toEqual({})
  expect(
    SHIPPED_ROLES.find((r) => r.key === 'auditor')!.permissions.filter((p) =>
      /:(manage|write|create|shred|import|use|review)$/.test(p),
    ),
  ).toEqual([])
  expect(SHIPPED_ROLES.find((r) => r.key === 'receptionist')!.fieldClasses).not.toHaveProperty('clinical')
})
