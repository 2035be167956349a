import type { RequestContext } from './route.ts'

/** A body that nobody reads any more is let run so long, in ms, so that its sender sees the answer. */
const LINGER = 5000

/** Before an upload is refused: its sender reads no answer before it has sent what it has. */
export function drain(ctx: RequestContext): void {
  ctx.reply.header('connection', 'close')
  ctx.stream.on('error', () => {}).resume()
  setTimeout(() => ctx.stream.destroy(), LINGER).unref()
}
