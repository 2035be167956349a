import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ConfigIssue } from './error.ts'
import { SETTINGS, type SettingName, type Settings } from './settings.ts'

export interface Source {
  settings: Settings
  issues: ConfigIssue[]
  warnings: string[]
}

const NAMES = Object.keys(SETTINGS) as SettingName[]

/** In the environment beside the settings: read elsewhere, or by our own tests and tools. */
const OTHER_VARIABLES = [
  'WELLKEEP_CONFIG',
  'WELLKEEP_KEYS_PASSPHRASE',
  'WELLKEEP_CHROMIUM',
  'WELLKEEP_CLAMD_PROGRAM',
  'WELLKEEP_DEBUG',
]
const TOOL_VARIABLES = /^WELLKEEP_(TEST|BENCH)_/

/** How many letters apart two names are (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, x] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, y] of [...b].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (x === y ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

function suggestion(name: string, known: string[]): string {
  const best = known
    .map((k) => [distance(name.toLowerCase(), k.toLowerCase()), k] as const)
    .sort((a, b) => a[0] - b[0])[0]
  return best && best[0] <= 3 ? `; did you mean ${best[1]}?` : ''
}

function check(source: Source, name: SettingName, key: string, value: unknown, folder: string): void {
  const { schema, must, ...rest } = SETTINGS[name]
  const parsed = schema.safeParse(value)
  if (!parsed.success) source.issues.push({ key, message: `must be ${must}` })
  else
    Object.assign(source.settings, {
      [name]: 'path' in rest ? resolve(folder, String(parsed.data)) : parsed.data,
    })
}

/** The settings of the environment. An empty variable counts as absent; an unknown WELLKEEP_ one is a warning. */
export function fromEnvironment(env: NodeJS.ProcessEnv, cwd = process.cwd()): Source {
  const source: Source = { settings: {}, issues: [], warnings: [] }
  for (const name of NAMES) {
    const { env: key } = SETTINGS[name]
    if (env[key]) check(source, name, key, env[key], cwd)
  }
  const known = [...NAMES.map((n) => SETTINGS[n].env), ...OTHER_VARIABLES]
  for (const name of Object.keys(env)) {
    if (!name.startsWith('WELLKEEP_') || known.includes(name) || TOOL_VARIABLES.test(name)) continue
    source.warnings.push(`${name} is not a setting of Wellkeep${suggestion(name, known)}`)
  }
  return source
}

/** Where the parser stopped; its own message would quote the text, and with it secrets. */
function place(error: unknown): string {
  const found = /line (\d+) column (\d+)/.exec(String(error))
  return found ? ` (line ${found[1]}, column ${found[2]})` : ''
}

/** The settings of a configuration file. One that is not there is empty, unless it was asked for by name. */
export function fromFile(file: string, options: { required: boolean; mayMoveData: boolean }): Source {
  const source: Source = { settings: {}, issues: [], warnings: [] }
  const refuse = (key: string, message: string) => source.issues.push({ key, message })
  if (!existsSync(file)) {
    if (options.required) refuse('WELLKEEP_CONFIG', `names ${file}, which is not there`)
    return source
  }
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    refuse(file, code ? `can not be read (${code})` : `is not valid JSON${place(error)}`)
    return source
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    refuse(file, 'must hold one JSON object')
    return source
  }
  for (const [name, value] of Object.entries(content)) {
    const key = `${name} in ${file}`
    if (!NAMES.includes(name as SettingName)) {
      const secret =
        name === 'keysPassphrase'
          ? '; keep the passphrase out of this file: keysPassphraseFile names one'
          : ''
      refuse(key, `is not a setting${secret || suggestion(name, NAMES)}`)
    } else if (name === 'data' && !options.mayMoveData) {
      refuse(
        key,
        'can be set in the environment (WELLKEEP_DATA) or in a file that WELLKEEP_CONFIG names, not from within',
      )
    } else check(source, name as SettingName, key, value, dirname(file))
  }
  return source
}
