import { changeHeaders } from '../api/client.ts'
import { problemOf, unreachable } from '../api/problem.ts'
import { signal as tell } from '../api/signals.ts'
import type { Import } from './api.ts'

export interface UploadState {
  name: string
  /** Bytes. */
  sent: number
  total: number
}

/** Sends a file as it is read, and says how far it is: `fetch` can't tell. */
export function uploadFile(
  file: File,
  type: string,
  signal: AbortSignal,
  onProgress: (state: UploadState) => void,
): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/imports')
    request.setRequestHeader('content-type', type)
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    for (const [name, value] of Object.entries(changeHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) =>
      onProgress({ name: file.name, sent: Math.min(event.loaded, file.size), total: file.size })
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'))
    request.onload = () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText) as Import)
      const answer = new Response(request.responseText, { status: Math.max(200, request.status) })
      void problemOf(answer).then((problem) => {
        if (problem.slug === 'unauthenticated') tell('signed-out')
        reject(problem)
      })
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
