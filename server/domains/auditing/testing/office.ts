import { Sequencer } from '../../../platform/audit/sequencer.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'

export interface Office extends TestServer {
  clinician: Person
  outsider: Person
  privacy: Person
  auditor: Person
  technician: Person
  /** A client behind the wall of whoever adds it. */
  addClient(who?: Person, more?: object): Promise<{ id: string }>
  /** Gives all events their places. */
  sequence(): Promise<void>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  events(who: Person, query: string): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: what a leaf says
  lastLeaf(action: string): Promise<any>
}

/** A whole server with a few people who make events, and some who read them. */
export async function startOffice(): Promise<Office> {
  const s = await startTestServer()
  const clinician = await s.world.person('clinician')
  const outsider = await s.world.person('clinician', 'outside')
  return Object.assign(s, {
    clinician,
    outsider,
    privacy: await s.world.person('privacy-officer'),
    auditor: await s.world.person('auditor', 'nowhere'),
    technician: await s.world.person('technician'),
    async addClient(who = clinician, more: object = {}) {
      const answer = await s.call(who.token, 'POST', '/clients', {
        kind: 'person',
        groupId: who.teamId === s.world.outsideTeamId ? s.world.otherGroupId : s.world.groupId,
        contact: { names: [{ given: ['Zofia'], family: 'Walhurst' }], phones: [{ value: '+15559079875' }] },
        identifier: { ssn: '999-81-5679' },
        clinical: { summary: 'stable' },
        ...more,
      })
      if (answer.status !== 201) throw new Error(`no client was added: ${answer.status}`)
      return answer.body
    },
    sequence: () =>
      new Sequencer({
        db: s.services.db,
        keys: s.services.keys,
        log: s.services.log,
        keysDir: s.keysDir,
      }).sequenceAll(),
    async events(who: Person, query: string) {
      const answer = await s.call(who.token, 'GET', `/audit/events?${query}`)
      if (answer.status !== 200) throw new Error(`no events: ${answer.status}`)
      return answer.body
    },
    async lastLeaf(action: string) {
      const { rows } = await s.owner.query(
        'select leaf from audit_events where action = $1 order by id desc limit 1',
        [action],
      )
      return JSON.parse(rows[0].leaf).event
    },
  })
}
