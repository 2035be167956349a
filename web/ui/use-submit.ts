import type { UseFormReturnType } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import { fieldErrors } from '../api/problem.ts'

export interface Submit {
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  pending: boolean
  /** The refusal, for an `ErrorAlert`; fields that the form has say their own part of it. */
  error: unknown
}

/**
 * Sends a form. What the server says of a field stands at the field, and the first such field gets the focus.
 * `rename` maps the API's field names to the form's where they differ.
 */
// biome-ignore lint/suspicious/noExplicitAny: any form
export function useSubmit<V extends Record<string, any>>(
  form: UseFormReturnType<V>,
  send: (values: V) => Promise<unknown>,
  rename: Record<string, string> = {},
): Submit {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()

  const submit = form.onSubmit(
    async (values) => {
      setPending(true)
      setError(undefined)
      try {
        await send(values)
      } catch (failure) {
        const errors = fieldErrors(failure, rename)
        form.setErrors(errors)
        setError(failure)
        focusFirst(form, Object.keys(errors))
      } finally {
        setPending(false)
      }
    },
    (errors) => focusFirst(form, Object.keys(errors)),
  )
  return { onSubmit: (event) => void submit(event), pending, error }
}

// biome-ignore lint/suspicious/noExplicitAny: any form
function focusFirst(form: UseFormReturnType<any>, fields: string[]): void {
  for (const field of fields) {
    const input = form.getInputNode(field)
    if (!input) continue
    input.focus()
    return
  }
}
