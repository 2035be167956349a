import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import { readJson, root } from './paths.mjs'
import { countsOf, failuresOf } from './steps.mjs'

/** More files than this failing is no matter of a busy machine. */
const MOST = 4

/**
 * Runs the few test files that failed once more, one at a time: a machine that was busy for a moment is no defect, a
 * test that fails twice is. Answers the counts with what passed now, and which tests were unsteady;
 * undefined when there is nothing to try, or it failed again.
 */
export async function secondTry(step, runStep) {
  const report = step.report && readJson(step.report)
  const failed = (report?.testResults ?? []).filter((f) => f.status === 'failed')
  if (failed.length === 0 || failed.length > MOST) return undefined
  const first = countsOf(step)
  const unsteady = failuresOf(step)
  const passedThere = failed.reduce(
    (n, f) => n + f.assertionResults.filter((t) => t.status === 'passed').length,
    0,
  )
  rmSync(step.report, { force: true })
  const again = await runStep([...step.args, '--maxWorkers=1', ...failed.map((f) => relative(root, f.name))])
  const second = countsOf(step)
  if (again.code !== 0 || second.files !== failed.length || second.failed > 0) return undefined
  return {
    counts: { ...first, passed: first.passed - passedThere + second.passed, failed: 0 },
    unsteady,
  }
}
