import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PHONE, type Stage, startStage } from './demo.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage({ demo: true })
  await (await stage.open('portal')).context().close()
})
afterAll(() => stage?.stop())

async function start(options: BrowserContextOptions = {}) {
  const page = await stage.open('portal', { viewport: PHONE, ...options })
  await page.goto(`${stage.url}/portal`)
  return page
}

describe('the portal’s start page', () => {
  it('is read before any code has run', async () => {
    const page = await start({ javaScriptEnabled: false })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Hello/)
    expect(await page.getByRole('link', { name: 'Write a message' }).isVisible()).toBe(true)
    expect(await page.getByRole('status', { name: 'Loading' }).isVisible()).toBe(false)
    await page.context().close()
  })

  it('is taken over as it stands, with its times on the reader’s clock', async () => {
    const page = await start({ timezoneId: 'Asia/Tokyo' })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const since = page.getByText(/^Since /).first()
    const drawn = await since.textContent()
    const heading = await page.getByRole('heading', { level: 1 }).elementHandle()
    await page.keyboard.press('Tab')
    await expect.poll(() => since.textContent(), { timeout: 20_000 }).not.toBe(drawn)
    expect(await heading!.evaluate((h) => h.isConnected)).toBe(true)
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('keeps what was pressed before its code had come', async () => {
    const page = await start()
    await page.route('**/assets/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.continue()
    })
    await page.getByRole('button', { name: /account$/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    await page.context().close()
  })
})
