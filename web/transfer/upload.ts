import { changeHeaders } from '../api/client.ts'
import { problemOf, unreachable } from '../api/problem.ts'
import type { Import } from './api.ts'

/** Sends a file as it is read, and says how far it is (0 to 1): `fetch` can't tell. */
export function uploadFile(file: File, type: string, onProgress: (share: number) => void): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/imports')
    request.setRequestHeader('content-type', type)
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    for (const [name, value] of Object.entries(changeHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total))
    request.onerror = () => reject(unreachable())
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Import)
      else
        void problemOf(new Response(request.responseText, { status: Math.max(200, request.status) })).then(
          reject,
        )
    }
    request.send(file)
  })
}
