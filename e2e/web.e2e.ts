import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { generateSync } from 'otplib'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../server/demo/seed.ts'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/open.ts'
import { type ServerProcess, startProcess } from './process.ts'

// The whole thing as a person uses it: a real browser, a real server, a real database.

const PASSWORD = 'lantern meadow 4 otters'
const folders: string[] = []
let browser: BrowserContext
let demo: ServerProcess

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'wellkeep-web-'))
  folders.push(path)
  return path
}

beforeAll(async () => {
  const dataDir = await folder()
  const env = { WELLKEEP_DATA: dataDir, WELLKEEP_LOG_LEVEL: 'warn' }
  const platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('silent'))
  await seedDemo(platform)
  await platform.close()
  demo = await startProcess(env)
  browser = await chromium.launchPersistentContext(await folder(), {
    executablePath: process.env.WELLKEEP_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
  for (const f of folders) await rm(f, { recursive: true, force: true })
})

async function signIn(who: string): Promise<Page> {
  await browser.clearCookies()
  const page = await browser.newPage()
  await page.goto(`${demo.url}/sign-in`)
  await page.getByLabel(/e-mail/i).fill(`${who}@demo.example`)
  await page
    .getByLabel(/^password/i)
    .first()
    .fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /good/i }).waitFor()
  return page
}

/** WCAG 2.2 A and AA, as far as axe can tell: nothing. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join('; ')}`,
    ),
  ).toEqual([])
}

describe('first run', () => {
  it('makes the first account with a second factor, from the printed link', async () => {
    const env = { WELLKEEP_DATA: await folder(), WELLKEEP_LOG_LEVEL: 'warn' }
    const server = await startProcess(env)
    try {
      await expect.poll(() => server.output()).toContain('/setup#')
      const link = /https:\S+\/setup#\S+/.exec(server.output())![0]
      const page = await browser.newPage()
      await page.goto(link)
      await page
        .getByLabel(/organization/i)
        .first()
        .fill('Alder House')
      await page.getByLabel(/your name/i).fill('Ada Birch')
      await page.getByLabel(/e-mail/i).fill('ada@example.test')
      for (const field of await page.getByLabel(/password/i).all())
        if (await field.isEditable().catch(() => false)) await field.fill('plum orchard tidewater 7')
      await expectAccessible(page)
      await page.keyboard.press('Enter')
      await page
        .waitForResponse((r) => r.url().endsWith('/mfa/totp') && r.ok())
        .then(async (r) => {
          const { secret } = await r.json()
          await page.getByRole('textbox').first().waitFor()
          await expectAccessible(page)
          await page.getByRole('textbox').first().click()
          await page.keyboard.type(generateSync({ secret }))
          if (
            !(await page
              .getByText(/recovery codes/i)
              .first()
              .isVisible()
              .catch(() => false))
          )
            await page.keyboard.press('Enter')
        })
      await page
        .getByText(/recovery codes/i)
        .first()
        .waitFor()
      await expectAccessible(page)
      await page.close()
    } finally {
      await server.stop()
    }
  }, 120_000)
})

describe('a day’s work', () => {
  it('finds a client by a misspelt name, opens it, reveals an identifier, writes a note, and sees the history', async () => {
    const page = await signIn('clinician')
    await page.goto(`${demo.url}/clients`)
    const row = page.getByRole('row').nth(1)
    await row.waitFor()
    const name = ((await row.getByRole('link').first().textContent()) ?? '').trim()
    const family = name.split(' ').at(-1)!
    const misspelt = family.slice(0, 2) + family.slice(3)
    await page.getByRole('searchbox', { name: 'Search' }).fill(misspelt)
    await page.getByRole('link', { name }).first().waitFor()
    expect(page.url()).not.toContain(misspelt)
    await expectAccessible(page)
    await page.getByRole('link', { name }).first().click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Reveal Social Security number' }).click()
    await page.getByText(/^9\d\d-\d\d-\d{4}$/).waitFor()
    await page.getByRole('tab', { name: 'Notes' }).click()
    await page.getByLabel('New note').fill('Called about the referral.')
    await page.getByRole('button', { name: 'Add the note' }).click()
    await page.getByText('Called about the referral.').nth(0).waitFor()
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'History' }).click()
    await page
      .getByRole('button', { name: /reveal/i })
      .first()
      .waitFor()
    await expectAccessible(page)
    await page.close()
  }, 90_000)

  it('shows a receptionist contact data and nothing clinical', async () => {
    const page = await signIn('receptionist')
    await page.goto(`${demo.url}/clients`)
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('heading', { level: 2, name: 'Clinical summary' }).waitFor()
    await page.getByText('Your roles do not show this.').first().waitFor()
    expect(await page.getByText(/no open referrals/).count()).toBe(0)
    await page.close()
  }, 60_000)

  it('has pages of administration that axe finds nothing in, light and dark, on a desk and a phone', async () => {
    const page = await signIn('administrator')
    for (const path of [
      '/',
      '/users',
      '/roles',
      '/teams',
      '/facilities',
      '/audit',
      '/audit/sessions',
      '/access',
      '/keys',
      '/tokens',
      '/settings',
      '/account',
    ])
      for (const [width, scheme] of [
        [1280, 'light'],
        [360, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme: scheme })
        await page.goto(`${demo.url}${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {})
        await expectAccessible(page)
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0)
      }
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.close()
  }, 180_000)

  it('keeps nothing private in the browser’s storage', async () => {
    const page = await signIn('care-coordinator')
    await page.goto(`${demo.url}/clients`)
    await page.getByRole('row').nth(1).waitFor()
    const kept = await page.evaluate<string>(
      '(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await caches.keys()]))()',
    )
    expect(kept).not.toMatch(/55501|example\.com/)
    await page.close()
  }, 60_000)
})
