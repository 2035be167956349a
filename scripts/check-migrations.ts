/** Two migrations with one number stop every start: said here, before they meet. */
import { readMigrations } from '../server/platform/db/migrate.ts'

try {
  console.log(`${(await readMigrations()).length} migrations`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
