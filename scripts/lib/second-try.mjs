import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import { readJson, root } from './paths.mjs'
import { countsOf } from './steps.mjs'

/** More files than this failing is no matter of a busy machine. */
const MOST = 4

const filesWith = (step, state) =>
  (step.report ? readJson(step.report) : undefined)?.testResults?.filter((f) => f.status === state) ?? []

const titles = (files) =>
  files.flatMap((f) =>
    f.assertionResults
      .filter((t) => t.status === 'failed')
      .map((t) => `${relative(root, f.name)}: ${t.fullName}`),
  )

/**
 * Runs the few test files that failed once more, one at a time: a machine that was busy for a moment is no defect, a
 * test that fails twice is. Answers the counts with what passed now, and the names of the tests that were unsteady;
 * undefined when there is nothing to try, or it failed again.
 */
export async function secondTry(step, runStep) {
  const failed = filesWith(step, 'failed')
  if (failed.length === 0 || failed.length > MOST) return undefined
  const first = countsOf(step)
  const unsteady = titles(failed)
  // A file that broke before its first test says so by its own name.
  const names = unsteady.length ? unsteady : failed.map((f) => relative(root, f.name))
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
    unsteady: names,
  }
}
