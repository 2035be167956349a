import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { seedDemo } from '../server/demo/seed.ts'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/open.ts'
import { startProcess } from './process.ts'

/** The password of every account of the demonstration. */
export const PASSWORD = 'lantern meadow 4 otters'

export interface DemoBrowser {
  url: string
  browser: BrowserContext
  /** Signs in as the demonstration's account of that role. */
  signIn(who: string): Promise<Page>
  stop(): Promise<void>
}

/** A real browser beside a real server with the demonstration's data. */
export async function demoBrowser(): Promise<DemoBrowser> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-demo-'))
  const profile = await mkdtemp(join(tmpdir(), 'wellkeep-profile-'))
  const env = { WELLKEEP_DATA: dataDir, WELLKEEP_LOG_LEVEL: 'warn' }
  const platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
  await seedDemo(platform)
  await platform.close()
  const server = await startProcess(env)
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.WELLKEEP_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  })
  return {
    url: server.url,
    browser,
    async signIn(who) {
      await browser.clearCookies()
      const page = await browser.newPage()
      await page.goto(`${server.url}/sign-in`)
      await page.getByLabel(/e-mail/i).fill(`${who}@demo.example`)
      await page
        .getByLabel(/^password/i)
        .first()
        .fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: /good/i }).waitFor()
      return page
    },
    async stop() {
      await browser.close()
      await server.stop()
      for (const folder of [dataDir, profile]) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** WCAG 2.2 A and AA, as far as axe can tell: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`)).toEqual([])
}
