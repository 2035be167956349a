export { DataFolderBusy, type DataLock, lockDataFolder } from './data-lock.ts'
export { type Identity, postgresIdentity, reachableBy } from './identity.ts'
export { type EmbeddedDb, type EmbeddedOptions, type Log, startEmbedded } from './start.ts'
