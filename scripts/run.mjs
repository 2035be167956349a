/** Runs one of our TypeScript programs with the right Node, installing what is missing: node scripts/run.mjs FILE [ARGUMENTS] */
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { become } from './lib/run.mjs'

const [file, ...more] = process.argv.slice(2)
become(await ensureInstalled(), [inRoot(file), ...more])
