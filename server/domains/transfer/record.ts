/** The client record as this domain sees it: the one place that names the clients domain's shapes. */
export type { ClientKind, RecordClasses } from '../clients/index.ts'
export { ContactPerson, RecordClasses as RecordSchema } from '../clients/index.ts'

import type { RecordClasses as Classes, ContactPerson as Contact } from '../clients/index.ts'

export type HumanName = Contact['name']
export type Phone = Contact['phones'][number]
export type Email = Contact['emails'][number]
export type Address = Contact['addresses'][number]
export type RecordClass = keyof Classes
