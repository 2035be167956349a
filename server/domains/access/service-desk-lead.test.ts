import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '../../platform/ids.ts'
import { SHIPPED_ROLES } from '../../platform/policy/permissions.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('comes to organizations that exist as new ones get it, once, beside a role that has its name already', async () => {
  const sql = await readFile(join(import.meta.dirname, 'migrations/0115_service_desk_lead.sql'), 'utf8')
  const shipped = SHIPPED_ROLES.find((r) => r.key === 'service-desk-lead')!
  const { orgId } = s.world
  const own = uuidv7()
  await s.owner.query("delete from roles where org_id = $1 and built_in = 'service-desk-lead'", [orgId])
  // The test's organization has its roles under other names, so one of them stands for the shipped ones.
  await s.owner.query("update roles set built_in = 'technician' where org_id = $1 and name = 'Technician'", [
    orgId,
  ])
  await s.owner.query("update roles set name = name || ' of ours' where org_id = $1 and name = $2", [
    orgId,
    shipped.name,
  ])
  const added = async () => {
    const { rows } = await s.owner.query(
      "select name, description, permissions, field_classes from roles where org_id = $1 and built_in = 'service-desk-lead'",
      [orgId],
    )
    return rows
  }
  await s.owner.query(sql)
  await s.owner.query(sql)
  const [role, ...others] = await added()
  expect(others).toEqual([])
  expect(role).toMatchObject({ name: shipped.name, description: shipped.description })
  // What later migrations give the role is not this one's.
  expect(shipped.permissions).toEqual(expect.arrayContaining(role.permissions))
  expect(role.permissions.length).toBeGreaterThan(15)
  expect(role.field_classes).toEqual(shipped.fieldClasses)

  await s.owner.query("delete from roles where org_id = $1 and built_in = 'service-desk-lead'", [orgId])
  await s.owner.query(
    "insert into roles (org_id, id, name, permissions, field_classes) values ($1, $2, $3, '{}', '{}')",
    [orgId, own, shipped.name],
  )
  await s.owner.query(sql)
  expect((await added())[0].name).toBe(`${shipped.name} (shipped)`)
})
