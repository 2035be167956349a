/** Saves a file that was fetched, under the name that the server gave it. */
export function saveAs(blob: Blob, response: Response): void {
  const name = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  saveFile(blob, name ?? 'wellkeep')
}

/** Saves a file that was made here. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  URL.revokeObjectURL(url)
}
