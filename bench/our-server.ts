/** The whole server on a data folder that bench/world.ts has filled. */
import { startServer } from '../server/main.ts'
import { loadConfig } from '../server/platform/config/index.ts'

const server = await startServer(loadConfig())
console.log(`READY ${JSON.stringify({ url: server.url })}`)
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
