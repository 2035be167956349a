import { Command } from 'commander'
import { createServiceToken } from '../server/domains/identity/index.ts'
import { recordOperator } from '../server/platform/audit/operator.ts'
import { ALL_PERMISSIONS } from '../server/platform/policy/permissions.ts'
import { theOrganization, withPlatform } from './platform.ts'

const DURATION = /^(\d{1,4})([hd])$/

/** `wellkeep token create`: a program does over HTTP what its user may do, cut down to scopes. */
export function tokenCommand(): Command {
  const token = new Command('token').description('service tokens for programs')
  token
    .command('create')
    .description('make a token for a user; it is printed once')
    .requiredOption('--user <email>', 'whose power it carries')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scope <permission...>', 'permissions it is cut down to; * for all of the user’s', ['*'])
    .option('--expires <time>', 'such as 12h or 90d, a year at most', '30d')
    .option('--org <id>')
    .option('--json')
    .action(async (options) => {
      const [, amount, unit] = DURATION.exec(options.expires) ?? []
      const hours = Number(amount) * (unit === 'd' ? 24 : 1)
      if (!amount || hours < 1 || hours > 366 * 24)
        throw new Error('--expires takes a time such as 12h or 90d, a year at most')
      const unknown = options.scope.filter((s: string) => s !== '*' && !ALL_PERMISSIONS.includes(s as never))
      if (unknown.length) throw new Error(`--scope: no such permission: ${unknown.join(', ')}`)
      const expiresAt = new Date(Date.now() + hours * 3_600_000)
      const made = await withPlatform(async (platform) => {
        const orgId = await theOrganization(platform, options.org)
        return platform.db.withContext(
          { orgId, userId: null },
          async (tx) => {
            const user = await tx.db
              .selectFrom('users')
              .select(['id', 'status'])
              .where('email', '=', options.user.toLowerCase())
              .where('status', '=', 'active')
              .executeTakeFirst()
            if (!user) throw new Error('--user: there is no active user with this e-mail address')
            const created = await createServiceToken(tx, {
              userId: user.id,
              name: options.name,
              scopes: options.scope,
              expiresAt,
              createdBy: null,
            })
            await recordOperator(tx, {
              action: 'token.create',
              object: { type: 'token', id: created.id },
              facts: { user: user.id },
            })
            return created
          },
          'worker',
        )
      })
      if (options.json) console.log(JSON.stringify({ ...made, expiresAt: expiresAt.toISOString() }))
      else console.log(`${made.token}\n\nIt works until ${expiresAt.toISOString()} and is not shown again.`)
    })
  return token
}
