import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { leafHash } from '../../../../tlog/index.ts'

/** An event of the log about a request, as the export holds it. */
export interface LogEvent {
  index: number
  /** Hash of its leaf, in hex. */
  leaf: string
  time: string
  id: string
  action: string
  outcome: string
  actor: { userId?: string | null; sessionId?: string }
  facts: Record<string, unknown>
}

const MOST_OF_A_BLOCK = 256

/**
 * The events about a request in an export that was verified, in their order. Read line by line, in constant memory (the
 * format: tlog/README.md).
 */
export async function eventsAbout(
  path: string,
  requestIds: readonly string[],
): Promise<Map<string, LogEvent[]>> {
  const found = new Map<string, LogEvent[]>(requestIds.map((id) => [id, []]))
  let index = 0
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.startsWith('{"block":')) index = numberAfter(line, '{"block":') * MOST_OF_A_BLOCK
    else if (line.startsWith('{"at":')) index = numberAfter(line, '{"at":')
    else if (line.startsWith('{"raw":')) index++
    else if (line.startsWith('{"time":')) {
      const about = line.includes('"signature.') ? requestIds.find((id) => line.includes(id)) : undefined
      const event = about && eventOf(line, index, about)
      if (event) found.get(about)!.push(event)
      index++
    }
  }
  return found
}

const numberAfter = (line: string, start: string): number => Number.parseInt(line.slice(start.length), 10)

function eventOf(line: string, index: number, requestId: string): LogEvent | undefined {
  const { time, event } = JSON.parse(line) as { time: string; event: Record<string, never> }
  const object = event.object as { type?: string; id?: string } | undefined
  if (object?.type !== 'signature' || object.id !== requestId) return undefined
  return {
    index,
    leaf: leafHash(Buffer.from(line)).toString('hex'),
    time,
    id: event.id ?? '',
    action: event.action ?? '',
    outcome: event.outcome ?? '',
    actor: event.actor ?? {},
    facts: event.facts ?? {},
  }
}
