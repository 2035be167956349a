export { defaultDataDir } from './data-dir.ts'
export { describeConfig } from './describe.ts'
export { ConfigError, type ConfigIssue } from './error.ts'
export { type Config, type LoadOptions, loadConfig } from './load.ts'
