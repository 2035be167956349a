import { type Audience, addLink, addLinkGroup, announce } from '../domains/resources/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import type { Platform } from '../platform/open.ts'

const audience = (over: Partial<Audience> = {}): Audience => ({
  who: 'everybody',
  facilityIds: [],
  roleIds: [],
  ...over,
})

/** A page of links and two announcements, for staff, portal and a facility. */
export async function seedResources(
  { db, keys }: Platform,
  orgId: string,
  administrator: string,
  facilities: readonly string[],
): Promise<void> {
  const [north] = facilities
  await db.withContext({ orgId, userId: administrator }, async (tx) => {
    const link = { note: '', icon: 'link' as const, audience: audience() }
    const everyDay = await addLinkGroup(keys, tx, 'Every day')
    const health = await addLinkGroup(keys, tx, 'Health')
    await addLink(keys, tx, {
      ...link,
      groupId: everyDay,
      title: 'Opening hours',
      note: 'All facilities, with holidays',
      url: 'https://maplegrove.example/hours',
      icon: 'clock',
    })
    await addLink(keys, tx, {
      ...link,
      groupId: everyDay,
      title: 'Parking at North',
      url: 'https://maplegrove.example/north/parking',
      icon: 'map',
      audience: audience({ facilityIds: north ? [north] : [] }),
    })
    await addLink(keys, tx, {
      ...link,
      groupId: everyDay,
      title: 'Duty roster',
      note: 'Who works when',
      url: 'https://maplegrove.example/roster',
      icon: 'calendar',
      audience: audience({ who: 'staff' }),
    })
    await addLink(keys, tx, {
      ...link,
      groupId: health,
      title: 'Vaccination calendar',
      url: 'https://maplegrove.example/vaccines',
      icon: 'vaccine',
    })
    const said = { importance: 'normal' as const, endsAt: null, audience: audience() }
    await announce(keys, tx, {
      ...said,
      title: 'The Harbor clinic has a new entrance',
      text: 'From Monday on please come in from Mill Street.\nThe old door stays open for deliveries.',
    })
    await announce(keys, tx, {
      ...said,
      importance: 'important',
      title: 'Telephones are being changed on Thursday',
      text: 'Between 12 and 13 nobody can be called.',
      audience: audience({ who: 'staff' }),
    })
    await recordOperator(tx, { action: 'demo.seed', object: { type: 'link', id: null } })
  })
}
