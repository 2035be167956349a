import { existsSync, readdirSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { inRoot, readJson, root } from './paths.mjs'

const module_ = (...path) => inRoot('node_modules', ...path)
const SOURCES = ['server', 'cli', 'web', 'tlog', 'phi', 'forms', 'bench', 'e2e', 'scripts']
const firstNumber = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0)
const many = (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`

/** One step of the checks: what is run, and what its output says in a few words. */
const check = (name, args, tell) => ({ name, args, tell })

function types(name, project) {
  const args = [module_('typescript-native', 'bin', 'tsc'), '-p', project]
  return check(name, args, ({ code, output }) =>
    code === 0 ? 'no errors' : many((output.match(/error TS/g) ?? []).length, 'error'),
  )
}

/** Vitest's own figures, from its JSON report. */
function tests(name, projects) {
  const report = inRoot('.cache', `${name.replaceAll(' ', '-')}.json`)
  const args = [
    module_('vitest', 'vitest.mjs'),
    'run',
    ...projects.flatMap((p) => ['--project', p]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const tell = ({ counts: c }) =>
    `${c.passed} passed, ${c.failed} failed${c.skipped ? `, ${c.skipped} skipped` : ''} in ${many(c.files, 'file')}`
  return { ...check(name, args, tell), report }
}

/** What a test step's report counts; all zero when the run broke off before there was one. */
export function countsOf(step) {
  const r = (step.report && readJson(step.report)) ?? {}
  const files = r.testResults ?? []
  // A file that can't even be loaded holds no test that could fail; it counts as one.
  const broken = files.filter((f) => f.status === 'failed' && f.assertionResults.length === 0)
  return {
    passed: r.numPassedTests ?? 0,
    failed: (r.numFailedTests ?? 0) + broken.length,
    skipped: (r.numPendingTests ?? 0) + (r.numTodoTests ?? 0),
    files: files.length,
  }
}

/** Which tests failed, a line each: file, name, and what was said first. */
export function failuresOf(step) {
  const r = (step.report && readJson(step.report)) ?? {}
  return (r.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((a) => a.status === 'failed')
    if (status === 'failed' && !failed.length) return [`${file}: ${firstLine(message)}`]
    return failed.map((a) => `${file} > ${a.fullName.trim()}: ${firstLine(a.failureMessages[0])}`)
  })
}
const firstLine = (text) =>
  stripVTControlCharacters(text ?? '')
    .split('\n')[0]
    .slice(0, 200)

const has = (folder, ending) =>
  existsSync(inRoot(folder)) &&
  readdirSync(inRoot(folder), { recursive: true }).some((f) => f.endsWith(ending))

/** The checks, in the order in which they run: the fast ones first. `quick`: those that need no database or browser. */
export function steps({ quick }) {
  const web = existsSync(inRoot('web', 'index.html'))
  const folders = SOURCES.filter((s) => has(s, '.ts'))
  const lint = check(
    'lint',
    [module_('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.'],
    ({ code, output }) => {
      const files = many(firstNumber(output, /Checked (\d+) files?/), 'file')
      return code === 0 ? files : `${many(firstNumber(output, /Found (\d+) errors?/), 'error')} in ${files}`
    },
  )
  const imports = check(
    'imports',
    [
      module_('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...folders,
    ],
    ({ code, output }) =>
      many(
        firstNumber(output, code === 0 ? /\((\d+) modules/ : /(\d+) errors/),
        code === 0 ? 'module' : 'violation',
      ),
  )
  const migrations = check('lint of migrations', [inRoot('scripts', 'check-migrations.ts')], ({ output }) =>
    firstLine(output),
  )
  const all = [
    lint,
    migrations,
    types('types', '.'),
    ...(web ? [types('types of the web app', 'web')] : []),
    imports,
  ]
  if (quick) return [...all, tests('unit tests', ['unit', 'web'])]
  const built = web ? [check('build', [inRoot('scripts', 'build.mjs')], () => 'web app')] : []
  const browser = has('e2e', '.e2e.ts') ? [tests('browser tests', ['e2e'])] : []
  return [...all, ...built, tests('tests', ['unit', 'web', 'node']), ...browser]
}
