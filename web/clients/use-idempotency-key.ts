import { useRef } from 'react'

/**
 * The `Idempotency-Key` of a body: the same for the same body as long as the form is open, so that a second try
 * after a lost answer adds nothing twice.
 */
export function useIdempotencyKey(): (body: unknown) => { 'Idempotency-Key': string } {
  const last = useRef<{ body: string; key: string }>(undefined)
  return (body) => {
    const text = JSON.stringify(body)
    if (last.current?.body !== text) last.current = { body: text, key: crypto.randomUUID() }
    return { 'Idempotency-Key': last.current.key }
  }
}
