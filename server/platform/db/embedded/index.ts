export { DataFolderBusy, type DataLock, lockDataFolder } from './data-lock.ts'
export { type Identity, postgresIdentity, reachableBy } from './identity.ts'
export type { Log } from './server.ts'
export { type EmbeddedDb, type EmbeddedOptions, startEmbedded } from './start.ts'
