import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import { readJson, root } from './paths.mjs'
import { countsOf, failuresOf } from './steps.mjs'

/** More files than this failing is no matter of a busy machine. */
const MOST = 4

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const those = (files, status) => files.flatMap((f) => f.assertionResults.filter((t) => t.status === status))

/** What to choose with, in this order: the failed tests alone; then, and where a file broke off outside its tests, all. */
function choices(files) {
  const names = those(files, 'failed').map((t) => escaped(t.fullName.trim()))
  const byName = files.every((f) => those([f], 'failed').length > 0)
  return [...(byName ? [['-t', `^(${names.join('|')})$`]] : []), []]
}

/**
 * Runs the few tests that failed once more, one file at a time: a machine that was busy for a moment is no defect, a
 * test that fails twice is. One that needs the tests before it is then tried with its whole file. Answers the counts
 * with what passed now, and which tests were unsteady; undefined when there is nothing to try, or it failed again.
 */
export async function secondTry(step, runStep) {
  const report = step.report && readJson(step.report)
  const failed = (report?.testResults ?? []).filter((f) => f.status === 'failed')
  if (failed.length === 0 || failed.length > MOST) return undefined
  const first = countsOf(step)
  const unsteady = failuresOf(step)
  const files = failed.map((f) => relative(root, f.name))
  const passedThere = those(failed, 'passed').length
  const wanted = those(failed, 'failed').length
  for (const choice of choices(failed)) {
    rmSync(step.report, { force: true })
    const { code } = await runStep([...step.args, '--maxWorkers=1', ...choice, ...files])
    const second = countsOf(step)
    if (code !== 0 || second.files !== failed.length || second.failed > 0 || second.passed < wanted) continue
    const gained = choice.length ? second.passed : second.passed - passedThere
    return { counts: { ...first, passed: first.passed + gained, failed: 0 }, unsteady }
  }
  return undefined
}
