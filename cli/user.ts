import { Command } from 'commander'
import { keepAnAdministrator } from '../server/domains/access/index.ts'
import { endSessionsOf, resetFactors, revokeTokensOf } from '../server/domains/identity/index.ts'
import { recordOperator } from '../server/platform/audit/operator.ts'
import type { Tx } from '../server/platform/db/database.ts'
import { tellScreens } from '../server/platform/live/live.ts'
import { theOrganization, withPlatform } from './platform.ts'

/** `wellkeep user`: what an operator needs when nobody can sign in. */
export function userCommand(): Command {
  const user = new Command('user').description('users, from the machine itself')
  user
    .command('list')
    .description('users with state and roles')
    .option('--org <id>')
    .option('--json')
    .action(async (options) => {
      const rows = await inOrganization(options.org, (tx) =>
        tx.db
          .selectFrom('users')
          .select(['id', 'email', 'display_name', 'status', 'locked_until', 'last_sign_in_at'])
          .orderBy('email')
          .execute(),
      )
      if (options.json) console.log(JSON.stringify(rows))
      else
        for (const u of rows)
          console.log(
            `${u.email.padEnd(36)} ${u.status.padEnd(10)} ${u.display_name}${u.locked_until && u.locked_until > new Date() ? '  locked' : ''}`,
          )
    })
  act(user, 'unlock', 'undo a lock-out', (tx, id) =>
    tx.db
      .updateTable('users')
      .set({ locked_until: null, failed_attempts: 0, first_failed_at: null })
      .where('id', '=', id)
      .execute(),
  )
  act(user, 'suspend', 'suspend, and end every session and token at once', async (tx, id) => {
    await tx.db.updateTable('users').set({ status: 'suspended' }).where('id', '=', id).execute()
    await endSessionsOf(tx, id, 'suspended')
    await revokeTokensOf(tx, id)
    await keepAnAdministrator(tx)
  })
  act(user, 'resume', 'let a suspended user back in', (tx, id) =>
    tx.db
      .updateTable('users')
      .set({ status: 'active' })
      .where('id', '=', id)
      .where('status', '=', 'suspended')
      .execute(),
  )
  act(
    user,
    'mfa-reset',
    'forget the authenticator app; it is enrolled anew at the next sign-in',
    async (tx, id) => {
      await resetFactors(tx, id)
      await endSessionsOf(tx, id, 'mfa-reset')
    },
  )
  return user
}

function act(
  parent: Command,
  name: string,
  description: string,
  work: (tx: Tx, id: string) => Promise<unknown>,
): void {
  parent
    .command(`${name} <email>`)
    .description(description)
    .option('--org <id>')
    .action(async (email: string, options) => {
      await inOrganization(options.org, async (tx) => {
        const found = await tx.db
          .selectFrom('users')
          .select('id')
          .where('email', '=', email.toLowerCase())
          .where('status', '!=', 'removed')
          .executeTakeFirst()
        if (!found) throw new Error('there is no user with this e-mail address')
        await work(tx, found.id)
        await tellScreens(tx, 'users')
        await recordOperator(tx, { action: `user.${name}`, object: { type: 'user', id: found.id } })
      })
      console.log('done')
    })
}

function inOrganization<T>(org: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withPlatform(async (platform) =>
    platform.db.withContext({ orgId: await theOrganization(platform, org), userId: null }, work, 'worker'),
  )
}
