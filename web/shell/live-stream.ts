/** What changed, by its kind (`clients`) or as one thing (`client` and its id). */
export interface Change {
  type: string
  id?: string
}

/** `anew`: so much was missed that everything is to be read again. */
export type News = { changes: Change[] } | 'anew'

const NAME = 'wellkeep-live'

/**
 * Follows the server's stream of changes. Of all tabs one holds the stream (a browser opens few connections to one
 * server) and passes on what it hears; when it goes, another goes on from where it was. Returns how to stop.
 */
export function followLive(onNews: (news: News) => void): () => void {
  const channel = new BroadcastChannel(NAME)
  const gone = new AbortController()
  let place: string | undefined
  let letGo = () => {}

  const hear = (news: News, at: string) => {
    if (at) place = at
    onNews(news)
  }
  channel.onmessage = (event: MessageEvent<{ news: News; at: string }>) =>
    hear(event.data.news, event.data.at)

  const hold = () => {
    const source = new EventSource(place ? `/api/v1/live?after=${place}` : '/api/v1/live')
    const pass = (news: News, { lastEventId }: MessageEvent) => {
      channel.postMessage({ news, at: lastEventId })
      hear(news, lastEventId)
    }
    source.addEventListener('anew', (event) => pass('anew', event))
    source.addEventListener('change', (event: MessageEvent<string>) => {
      const changes = parse(event.data)
      if (changes) pass({ changes }, event)
    })
    letGo = () => source.close()
    return new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve()))
  }
  if (navigator.locks) navigator.locks.request(NAME, { signal: gone.signal }, hold).catch(() => {})
  else void hold()

  return () => {
    gone.abort()
    letGo()
    channel.close()
  }
}

function parse(data: string): Change[] | undefined {
  try {
    const { changes } = JSON.parse(data) as { changes?: Change[] }
    return Array.isArray(changes) ? changes : undefined
  } catch {
    return undefined
  }
}
