import { Command } from 'commander'
import { ConfigError } from '../server/platform/config/index.ts'
import { auditCommand } from './audit.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import { usageExit } from './progress.ts'
import { signaturesCommand } from './signatures.ts'
import { startCommand } from './start.ts'
import { tokenCommand } from './token.ts'
import { userCommand } from './user.ts'

/** `wellkeep`: what an operator needs without a browser. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
export function program(): Command {
  const wellkeep = new Command('wellkeep').description(
    'Wellkeep: CRM, service desk and portal for protected health information',
  )

  for (const command of [
    startCommand(),
    demoCommand(),
    doctorCommand(),
    userCommand(),
    tokenCommand(),
    importCommand(),
    keysCommand(),
    auditCommand(),
    signaturesCommand(),
  ])
    wellkeep.addCommand(command)
  // Wrong usage ends with 2, in every command.
  const all = (c: Command): Command[] => [c, ...c.commands.flatMap(all)]
  for (const c of all(wellkeep)) c.exitOverride(usageExit).showHelpAfterError()
  return wellkeep
}

if (import.meta.main) {
  try {
    await program().parseAsync()
  } catch (error) {
    // A message for the operator, never a stack trace: what failed is named by the error itself.
    const e = error as Error & { code?: string }
    console.error(
      error instanceof ConfigError
        ? e.message
        : `wellkeep: ${e.message || e.name}${e.code && !e.message.includes(e.code) ? ` (${e.code})` : ''}`,
    )
    if (process.env.WELLKEEP_DEBUG) console.error(e.stack)
    process.exitCode = 1
  }
}
