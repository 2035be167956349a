import type { ClientKind, RecordClass, RecordClasses } from '../record.ts'
import { BOM, csvLine } from './csv.ts'

/** A client in a list: field classes that whoever asks may not see are absent. */
export type ListedClient = {
  id: string
  kind: ClientKind
  group?: string
  facility?: string
  record: Partial<RecordClasses>
}

type Column = { header: string; class?: RecordClass; value: (client: ListedClient) => string | undefined }

const official = ({ record }: ListedClient) => record.contact?.names[0]
const address = ({ record }: ListedClient) => record.contact?.addresses[0]
const phone = (use: string | undefined) => (client: ListedClient) =>
  client.record.contact?.phones.find((p) => (use ? p.use === use : p.use !== 'fax'))?.value

/** Headers are those that the import understands, so that an exported list can be imported again. */
const COLUMNS: Column[] = [
  { header: 'Wellkeep ID', value: (c) => c.id },
  { header: 'Kind', value: (c) => c.kind },
  { header: 'Client group', value: (c) => c.group },
  { header: 'Facility', value: (c) => c.facility },
  { header: 'Last name', class: 'contact', value: (c) => official(c)?.family },
  { header: 'First name', class: 'contact', value: (c) => official(c)?.given[0] },
  { header: 'Middle name', class: 'contact', value: (c) => official(c)?.given.slice(1).join(' ') },
  { header: 'Organisation name', class: 'contact', value: (c) => c.record.contact?.organisationName },
  { header: 'Telephone', class: 'contact', value: phone(undefined) },
  { header: 'E-mail', class: 'contact', value: (c) => c.record.contact?.emails[0]?.value },
  { header: 'Address', class: 'contact', value: (c) => address(c)?.line[0] },
  { header: 'Address, second line', class: 'contact', value: (c) => address(c)?.line.slice(1).join(', ') },
  { header: 'City', class: 'contact', value: (c) => address(c)?.city },
  { header: 'State', class: 'contact', value: (c) => address(c)?.state },
  { header: 'ZIP or postal code', class: 'contact', value: (c) => address(c)?.postalCode },
  { header: 'Country', class: 'contact', value: (c) => address(c)?.country },
  { header: 'Language', class: 'contact', value: (c) => c.record.contact?.language },
  { header: 'Preferred contact', class: 'contact', value: (c) => c.record.contact?.preferredContact },
  { header: 'Birth date', class: 'demographic', value: (c) => c.record.demographic?.birthDate },
  { header: 'Sex', class: 'demographic', value: (c) => c.record.demographic?.sex },
  { header: 'Marital status', class: 'demographic', value: (c) => c.record.demographic?.maritalStatus },
  { header: 'Tags', class: 'demographic', value: (c) => c.record.demographic?.tags.join('; ') },
  { header: 'Social Security number', class: 'identifier', value: (c) => c.record.identifier?.ssn },
  { header: 'Medical record number', class: 'identifier', value: (c) => c.record.identifier?.mrns[0]?.value },
  {
    header: 'Insurance member id',
    class: 'identifier',
    value: (c) => c.record.identifier?.memberIds[0]?.value,
  },
  { header: 'Payer', class: 'financial', value: (c) => c.record.financial?.payer },
  { header: 'Insurance plan', class: 'financial', value: (c) => c.record.financial?.plan },
]

/**
 * A list of clients as CSV (UTF-8 with a mark, RFC 4180), a stream of text. Columns of classes that are not
 * disclosed are not there at all, so that an empty cell always means an empty field.
 */
export async function* clientListCsv(
  clients: AsyncIterable<ListedClient> | Iterable<ListedClient>,
  classes: ReadonlySet<RecordClass>,
): AsyncGenerator<string, void, undefined> {
  const columns = COLUMNS.filter((column) => column.class === undefined || classes.has(column.class))
  yield BOM + csvLine(columns.map((column) => column.header))
  for await (const client of clients) yield csvLine(columns.map((column) => column.value(client)))
}
