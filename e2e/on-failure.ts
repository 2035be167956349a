import { afterEach } from 'vitest'
import { hearWitnesses } from './witnesses.ts'

// What fails on a slow machine seldom fails again where somebody looks: it has to tell what was to be seen.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(await hearWitnesses())
})
