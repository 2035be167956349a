import type { Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { mailNotice } from '../mail/index.ts'
import { isSilent, readDevice } from './records.ts'

/** Mails to one person that a device has fallen silent: not which, and nothing of what it keeps. */
export async function tellOfDevice(services: Services, { orgId, payload }: Job): Promise<void> {
  const device = await services.db.withContext(
    { orgId, userId: null },
    (tx) => readDevice(tx, String(payload.deviceId)),
    'worker',
  )
  if (!isSilent(device)) return
  await mailNotice(services, orgId, String(payload.userId), {
    subject: 'A device has sent no copy',
    text: `A computer that keeps copies of its folders in Wellkeep has sent none for longer than it should.

See which one, and when its last copy came:

${services.publicUrl}/devices/${device.id}
`,
  })
}
