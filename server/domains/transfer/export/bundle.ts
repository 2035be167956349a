import { organizationTo } from '../fhir/organization.ts'
import { patientTo } from '../fhir/patient.ts'
import { relatedPersonTo } from '../fhir/people.ts'
import type { ClientKind, ContactPerson, RecordClasses } from '../record.ts'

export type ExportedClient = {
  id: string
  kind: ClientKind
  /** Only the field classes that whoever asks may see. */
  record: RecordClasses
  contacts: (ContactPerson & { id: string })[]
}

/** A resource that came with the client in an import, as it was. */
export type KeptResource = { id: string; type: string; text: string }

/** What the export makes anew from the record, so that the imported original is not sent beside it. */
const REMADE: Record<ClientKind, Set<string>> = {
  person: new Set(['Patient', 'RelatedPerson']),
  organisation: new Set(['Organization']),
}

/**
 * One client as a FHIR R4 Bundle of type `collection`, as a stream of JSON text: the Patient or Organization, its
 * contacts, then the kept resources letter for letter. The id of the imported original is kept, so that their
 * references still hold.
 */
export async function* fhirBundle(
  client: ExportedClient,
  resources: AsyncIterable<KeptResource> | Iterable<KeptResource>,
  options: { time: Date; originalId?: string },
): AsyncGenerator<string, void, undefined> {
  const id = options.originalId ?? client.id
  const main =
    client.kind === 'person'
      ? patientTo(client.record, id)
      : organizationTo(client.record, client.contacts, id)
  yield `{"resourceType":"Bundle","type":"collection","timestamp":"${options.time.toISOString()}","entry":[`
  yield entry(client.id, JSON.stringify(main))
  if (client.kind === 'person') {
    for (const contact of client.contacts) {
      yield `,${entry(contact.id, JSON.stringify(relatedPersonTo(contact, contact.id, id)))}`
    }
  }
  for await (const resource of resources) {
    if (!REMADE[client.kind].has(resource.type)) yield `,${entry(resource.id, resource.text)}`
  }
  yield ']}\n'
}

const entry = (id: string, text: string) => `{"fullUrl":"urn:uuid:${id}","resource":${text}}`
