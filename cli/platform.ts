import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform, type Platform } from '../server/platform/open.ts'

/** Opens the platform for one command, beside a server that may be running, and closes it afterwards. */
export async function withPlatform<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const platform = await openPlatform(
    config,
    makeLog(process.env.WELLKEEP_LOG_LEVEL ? config.logLevel : 'error'),
  )
  try {
    return await work(platform)
  } finally {
    await platform.close()
  }
}

/** The organization that a command works on: the only one, or the one that is named. */
export async function theOrganization(platform: Platform, wanted?: string): Promise<string> {
  const orgs = await platform.db.query<{ org: string }>(
    { name: 'orgs', text: 'select wk_organizations() as org' },
    [],
    'worker',
  )
  if (wanted) {
    const found = orgs.find((o) => o.org === wanted)
    if (!found) throw new Error(`there is no organization ${wanted}`)
    return found.org
  }
  if (orgs.length === 0)
    throw new Error('there is no organization yet: start the server and open its set-up link')
  if (orgs.length > 1)
    throw new Error(
      `there are ${orgs.length} organizations: say which with --org (${orgs.map((o) => o.org).join(', ')})`,
    )
  return orgs[0]!.org
}
