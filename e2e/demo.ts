import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import pg from 'pg'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { seedDemo } from '../server/demo/seed.ts'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform, type Platform } from '../server/platform/open.ts'
import { type ServerProcess, startProcess } from './process.ts'
import { witnessPage } from './witnesses.ts'

export const PASSWORD = 'lantern meadow 4 otters'
export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 860 }

type Cookies = BrowserContextOptions['storageState']

/** A server and a browser for the tests of one file. */
export interface Stage {
  url: string
  server: ServerProcess
  browser: Browser
  /** One statement as the database's owner, for what no route can bring about. */
  asOwner(sql: string, values?: unknown[]): Promise<unknown[]>
  /** A page in a browser of its own, of somebody of the demonstration or of nobody. */
  open(who?: string, options?: BrowserContextOptions): Promise<Page>
  stop(): Promise<void>
}

/** Starts the server on a fresh data folder: the demonstration's organization, or nothing set up yet. */
export async function startStage({
  demo,
  settings,
}: {
  demo: boolean
  settings?: Record<string, string>
}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-web-'))
  const env = { WELLKEEP_DATA: dataDir, WELLKEEP_LOG_LEVEL: 'warn' }
  const openDatabase = () => openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
  // What was started is ended, in the opposite order, also when a later step fails.
  const undo: (() => Promise<unknown>)[] = [() => rm(dataDir, { recursive: true, force: true })]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  const started = async () => {
    if (demo) await seed(await openDatabase())
    const server = await startProcess({ ...env, ...settings })
    undo.push(() => server.stop())
    const browser = await launch()
    undo.push(() => browser.close())
    return { server, browser }
  }
  const { server, browser } = await started().catch(async (error) => {
    await stop()
    throw error
  })
  const cookies = new Map<string, Cookies>()
  return {
    url: server.url,
    server,
    browser,
    async asOwner(sql, values) {
      const platform = await openDatabase()
      const owner = new pg.Client({ connectionString: platform.ownerUrl })
      try {
        await owner.connect()
        return (await owner.query(sql, values)).rows
      } finally {
        await owner.end()
        await platform.close()
      }
    },
    async open(who, options = {}) {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: DESK,
        reducedMotion: 'reduce',
        ...(who && cookies.has(who) && { storageState: cookies.get(who) }),
        ...options,
      })
      context.setDefaultTimeout(60_000)
      const page = await context.newPage()
      witnessPage(page)
      if (who && !cookies.has(who)) {
        await signIn(page, server.url, who)
        cookies.set(who, await context.storageState())
      }
      return page
    },
    stop,
  }
}

async function seed(platform: Platform): Promise<void> {
  try {
    await seedDemo(platform)
  } finally {
    await platform.close()
  }
}

const launch = () =>
  chromium.launch({
    executablePath: process.env.WELLKEEP_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })

/** With the password alone, as the demonstration allows. */
export async function signIn(page: Page, url: string, who: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill(`${who}@demo.example`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^(good|hello)/i }).waitFor()
}

/** The first client in the list that this person may see: its name, and the address of its page. */
export async function firstClient(page: Page, url: string): Promise<{ name: string; path: string }> {
  await page.goto(`${url}/clients`)
  const link = page.getByRole('row').nth(1).getByRole('link').first()
  const name = (await link.locator('p').first().textContent())!.trim()
  return { name, path: (await link.getAttribute('href'))! }
}

/** Another colour scheme of the device, once the page has taken it over. */
export async function switchScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** WCAG 2.2 A and AA, as far as axe can tell: nothing. `colors`: only what another colour scheme can change. */
export async function expectAccessible(page: Page, where = '', only?: 'colors'): Promise<void> {
  // What is on its way is shown faintly; it is the page that counts.
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await painted(page)
  // In the page itself: axe's other way opens a page for each check, for frames of other origins, which we have none of.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (only ? axe.withRules(['color-contrast']) : axe.withTags(WCAG)).analyze()
  const found = violations.map((v) => {
    const at = v.nodes.map((n) => n.target.join(' ')).slice(0, 3)
    return `${where} ${v.id}: ${at.join('; ')}`
  })
  expect(found).toEqual([])
}

/** What listens to the screen's size and scheme has heard of a change, and what it changed is drawn. */
const painted = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')

/** Nothing reaches beyond the right edge. */
export async function expectFits(page: Page, where = ''): Promise<void> {
  const over = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(over, `${where} is wider than the screen`).toBeLessThanOrEqual(0)
}
