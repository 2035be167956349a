import type { UseFormReturnType } from '@mantine/form'
import { type FormEvent, useRef, useState } from 'react'
import { ApiProblem, fieldErrors } from '../api/problem.ts'

export interface Submit {
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
  pending: boolean
  /** The refusal, for an `ErrorAlert`; fields that the form has say their own part of it. */
  error: unknown
  /** Those fields, by the API's names. */
  shown: string[]
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
  // A second click may come before the button is drawn as busy.
  const busy = useRef(false)
  const [error, setError] = useState<unknown>()
  const [shown, setShown] = useState<string[]>([])

  const submit = form.onSubmit(
    async (values) => {
      if (busy.current) return
      busy.current = true
      setPending(true)
      setError(undefined)
      try {
        await send(values)
      } catch (failure) {
        const errors = fieldErrors(failure, rename)
        form.setErrors(errors)
        setError(failure)
        setShown(namedIn(failure).filter((field) => form.getInputNode(rename[field] ?? field)))
        focusFirst(form, Object.keys(errors))
      } finally {
        busy.current = false
        setPending(false)
      }
    },
    (errors) => focusFirst(form, Object.keys(errors)),
  )
  return { onSubmit: (event) => void submit(event), pending, error, shown }
}

const namedIn = (failure: unknown): string[] =>
  failure instanceof ApiProblem ? failure.errors.map((e) => e.field) : []

// biome-ignore lint/suspicious/noExplicitAny: any form
function focusFirst(form: UseFormReturnType<any>, fields: string[]): void {
  for (const field of fields) {
    const input = form.getInputNode(field)
    if (!input) continue
    input.focus()
    return
  }
}
