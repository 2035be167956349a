/** The migrated database that each test's database is copied from. Nothing ever connects to it. */
export const TEMPLATE = 'wellkeep_template'

/** The same server and account, another database. */
export function databaseUrl(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.toString()
}
