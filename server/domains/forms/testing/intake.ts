import { deflateSync } from 'node:zlib'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { PortalActor } from '../../../testing/portal.ts'
import type { Person } from '../../../testing/world.ts'

/** A form with a question of each class, conditions and what the record knows. */
export const INTAKE = {
  title: { en: 'Intake', es: 'Admisión' },
  fields: [
    { id: 'about', kind: 'heading', label: { en: 'About you' } },
    {
      id: 'given',
      kind: 'text',
      label: { en: 'First name' },
      class: 'contact',
      prefill: 'given-name',
      required: true,
    },
    { id: 'phone', kind: 'phone', label: { en: 'Telephone' }, class: 'contact', prefill: 'phone' },
    { id: 'born', kind: 'date', label: { en: 'Born' }, class: 'demographic', prefill: 'birth-date' },
    {
      id: 'member',
      kind: 'identifier',
      label: { en: 'Member id' },
      class: 'identifier',
      prefill: 'member-id',
    },
    { id: 'pain', kind: 'yes-no', label: { en: 'Any pain?' }, class: 'clinical', required: true },
    {
      id: 'where',
      kind: 'choices',
      label: { en: 'Where?' },
      class: 'clinical',
      required: true,
      options: [
        { id: 'knee', label: { en: 'Knee' } },
        { id: 'back', label: { en: 'Back' } },
      ],
      when: { match: 'all', tests: [{ field: 'pain', is: 'equals', value: true }] },
    },
    { id: 'scan', kind: 'file', label: { en: 'A picture' }, class: 'clinical', limits: { count: 2 } },
    { id: 'sign', kind: 'signature', label: { en: 'Signature' }, class: 'contact' },
  ],
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
function chunk(type: string, body: Buffer): Buffer {
  const out = Buffer.alloc(12 + body.length)
  out.writeUInt32BE(body.length, 0)
  out.write(type, 4, 'latin1')
  body.copy(out, 8)
  let c = 0xffffffff
  for (const byte of out.subarray(4, 8 + body.length)) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8)
  out.writeUInt32BE((c ^ 0xffffffff) >>> 0, 8 + body.length)
  return out
}
/** A drawing as a canvas gives it; `rows` fewer than its head says make one that breaks off. */
export function drawing(width = 4, height = 3, rows = height): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc((width * 4 + 1) * rows))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export interface Forms {
  s: TestServer
  /** Builds and sends; sees and changes all classes. */
  clinician: Person
  builder: Person
  clientId: string
  /** The client, and somebody who is tied to it by name alone. */
  patient: PortalActor
  other: PortalActor
  stranger: PortalActor
  /** Makes and publishes a form; answers its id. */
  form(definition?: object, more?: object): Promise<string>
  /** Sends it to the client's people; answers the response. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  send(formId: string, more?: object): Promise<any>
  upload(who: Person | PortalActor, responseId: string, text?: string): Promise<string>
  stop(): Promise<void>
}

export async function startForms(): Promise<Forms> {
  const s = await startTestServer()
  const clinician = await s.world.person('clinician')
  const builder = await s.world.person('care-coordinator')
  const made = await s.call(clinician.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'], family: 'Quill' }], phones: [{ value: '555 0100' }] },
    demographic: { birthDate: '1980-02-03' },
    identifier: { memberIds: [{ value: 'MEM-778899' }] },
  })
  const clientId = made.body.id as string
  const contact = await s.call(clinician.token, 'POST', `/clients/${clientId}/contacts`, {
    name: { given: ['Otto'] },
  })
  const patient = await s.world.portal({ clients: [clientId], name: 'Wanda Quill' })
  const other = await s.world.portal({ clients: [clientId], name: 'Otto Quill' })
  await s.owner.query('update portal_clients set contact_id = $2 where user_id = $1', [
    other.id,
    contact.body.id,
  ])
  return {
    s,
    clinician,
    builder,
    clientId,
    patient,
    other,
    stranger: await s.world.portal({}),
    async form(definition = INTAKE, more = {}) {
      const form = (await s.call(builder.token, 'POST', '/forms', { definition, ...more })).body
      const published = await s.call(
        builder.token,
        'POST',
        `/forms/${form.id}/publish`,
        {},
        { 'if-match': '"1"' },
      )
      if (published.status !== 200) throw new Error(JSON.stringify(published.body))
      return form.id
    },
    async send(formId, more = {}) {
      const sent = await s.call(clinician.token, 'POST', '/form-responses', {
        formId,
        clientId,
        how: 'send',
        ...more,
      })
      if (sent.status !== 201) throw new Error(JSON.stringify(sent.body))
      return sent.body
    },
    async upload(who, ownerId, text = 'A picture of a knee') {
      const at = 'cookie' in who ? '/portal/files' : '/files'
      const body = { ownerType: 'form-response', ownerId, name: 'knee.txt', size: Buffer.byteLength(text) }
      const file = await s.call(who, 'POST', at, body)
      if (file.status !== 201) throw new Error(JSON.stringify(file.body))
      await s.call(who, 'PUT', `${at}/${file.body.id}/content`, Buffer.from(text), { 'upload-offset': '0' })
      return file.body.id
    },
    stop: () => s.stop(),
  }
}
