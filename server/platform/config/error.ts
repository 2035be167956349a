export interface ConfigIssue {
  /** The setting, as it is written where it was read: `WELLKEEP_PORT`, or `port in /etc/wellkeep.json`. */
  key: string
  message: string
}

/** The configuration can't be used. The message names every setting that is wrong, and holds no value. */
export class ConfigError extends Error {
  readonly issues: ConfigIssue[]
  constructor(issues: ConfigIssue[]) {
    super(`the configuration can not be used:\n${issues.map((i) => `  ${i.key} ${i.message}`).join('\n')}`)
    this.name = 'ConfigError'
    this.issues = issues
  }
}
