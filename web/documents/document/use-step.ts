import { useMutation } from '@tanstack/react-query'
import { sendJson } from '../../api/use-save.ts'
import { toast, toastError } from '../../ui/toast.tsx'
import type { Document } from '../queries.ts'

export type Step = 'publish' | 'withdraw' | 'restore' | 'check-out' | 'check-in'

/** One step of a document, in the version that is on screen. */
export function sendStep(d: Document, step: Step, body: object = {}): Promise<Document> {
  return sendJson('POST', `/api/v1/documents/${d.id}/${step}`, body, { 'If-Match': `"${d.version}"` })
}

/** The same, from a button or a menu: says that it worked, or why not. */
export function useStep(d: Document, step: Step, done: string) {
  return useMutation({
    mutationFn: (body: object = {}) => sendStep(d, step, body),
    meta: { touches: ['documents'] },
    onSuccess: () => toast(done),
    onError: (error) => toastError(error),
  })
}
