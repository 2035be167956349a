import type { Services } from '../../../platform/services.ts'
import { withDoor } from './door.ts'
import type { At } from './look.ts'
import { findRestic } from './program.ts'
import { resticText } from './run.ts'

/** Makes a copy of a folder of this machine, for a demonstration. Answers whether restic is here to make one. */
export async function firstCopy(services: Services, at: At, folder: string): Promise<boolean> {
  if (!findRestic()) return false
  await withDoor(services, { orgId: at.orgId, deviceId: at.deviceId, access: 'full' }, async (door) => {
    await resticText(door, at.password, ['init'])
    await resticText(door, at.password, ['backup', '--host', 'demo', folder])
  })
  return true
}
