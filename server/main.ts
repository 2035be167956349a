import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Server } from 'node:tls'
import { setFlagsFromString } from 'node:v8'
import { allJobs, buildApp, owners } from './app.ts'
import { startReindex } from './domains/clients/index.ts'
import { makeSetupLink } from './domains/identity/index.ts'
import { checkKeys } from './domains/keys/index.ts'
import { type Listener, startListener, startMailboxes } from './domains/mail/index.ts'
import { startImports } from './domains/transfer/index.ts'
import { Sequencer } from './platform/audit/sequencer.ts'
import type { Config } from './platform/config/index.ts'
import { lockDataFolder } from './platform/db/embedded/index.ts'
import { ensureCertificate, keepCertificateFresh } from './platform/http/tls/index.ts'
import { startJobs } from './platform/jobs/index.ts'
import { makeLog } from './platform/log.ts'
import { openPlatform, type Platform } from './platform/open.ts'

// How far memory may grow before it is collected, beyond what is in use (V8 alone: up to four times). An import makes
// much that lives for half a second; without this, the server's memory is mostly what has died already.
setFlagsFromString('--heap-growing-percent=100')

export interface RunningServer {
  url: string
  /** One-time link to make the first account; absent once there is one. */
  setupUrl: string | undefined
  platform: Platform
  stop(): Promise<void>
}

/**
 * The composition root: opens the platform, checks the keys before anything is served, starts the log's
 * sequencer and the HTTP server, and stops them in the opposite order.
 */
export async function startServer(
  config: Config,
  webDir = join(import.meta.dirname, '..', 'web', 'dist'),
): Promise<RunningServer> {
  const log = makeLog(config.logLevel)
  const lock = lockDataFolder(config.dataDir)
  const undo: (() => unknown)[] = [() => lock.release()]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const platform = await openPlatform(config, log)
    undo.push(() => platform.close())
    await checkKeys(platform)
    const sequencer = new Sequencer({ db: platform.db, keys: platform.keys, log, keysDir: config.keysDir })
    sequencer.start()
    undo.push(() => sequencer.stop())
    if (config.workers > 0) {
      const imports = startImports(platform)
      undo.push(() => imports.stop())
      const jobs = startJobs(platform.ownerUrl, allJobs(platform), config.workers, log)
      undo.push(() => jobs.stop())
      const reindex = startReindex(platform)
      undo.push(() => reindex.stop())
      const mailboxes = startMailboxes(platform, owners)
      undo.push(() => mailboxes.stop())
    }
    const certificate = async () => {
      const made = await ensureCertificate(join(config.dataDir, 'tls'), {
        hosts: [config.host, new URL(config.publicUrl).hostname],
        certPath: config.tlsCert,
        keyPath: config.tlsKey,
      })
      platform.authority = made.authorityPath && (await readFile(made.authorityPath, 'utf8'))
      return made
    }
    const tls = await certificate()
    const app = await buildApp(platform, { tls, trustProxy: config.trustProxy, webDir })
    await app.listen({ host: config.host, port: config.port })
    undo.push(() => app.close())
    // Open streams would keep the HTTP server waiting.
    undo.push(() => platform.live.close())
    let listener: Listener | undefined
    if (config.smtpPort !== undefined) {
      listener = await startListener(platform, owners, { host: config.smtpHost, port: config.smtpPort, tls })
      undo.push(() => listener?.stop())
    }
    const servers = {
      setSecureContext(renewed: { cert: string; key: string }) {
        ;(app.server as unknown as Server).setSecureContext(renewed)
        listener?.renew(renewed)
      },
    }
    undo.push(
      keepCertificateFresh(servers as Server, tls, certificate, () =>
        log.error('the certificate could not be renewed'),
      ),
    )
    const { port } = app.server.address() as AddressInfo
    const url = config.port === 0 ? `https://localhost:${port}` : config.publicUrl
    platform.publicUrl = url
    return { url, setupUrl: await makeSetupLink(platform), platform, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
