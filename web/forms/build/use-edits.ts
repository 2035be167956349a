import { useState } from 'react'
import type { Definition } from '../../../forms/index.ts'
import { useLeaveWarning } from '../../ui/use-leave-warning.ts'
import type { Form } from '../queries.ts'
import { type SettingsValue, settingsOf } from './settings-value.ts'

interface Edited {
  definition: Definition
  settings: SettingsValue
}
const editedOf = (form: Form): Edited => ({
  definition: form.definition as Definition,
  settings: settingsOf(form),
})
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is changed of a form and not saved: it stays while one looks at another tab of its page. */
export function useEdits(form: Form) {
  const [base, setBase] = useState(form)
  const [now, put] = useState(() => editedOf(form))
  const dirty = !same(now, editedOf(base))
  // Publishing and the like give it a new version, and change nothing that is edited here.
  const others = form.version !== base.version && !same(editedOf(form), editedOf(base))
  if (form.version > base.version && !others) setBase(form)
  useLeaveWarning(dirty)
  const take = (saved: Form) => {
    setBase(saved)
    put(editedOf(saved))
  }
  return { base, now, dirty, others, put, take }
}
export type Edits = ReturnType<typeof useEdits>
