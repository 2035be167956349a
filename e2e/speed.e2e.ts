import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstClient, type Stage, startStage } from './demo.ts'

// What a first visit costs, as it comes over the wire, and whether anything moves while a page loads.

const MOST_FOR_SIGN_IN = 250 * 1024
const MOST_FOR_ALL = 280 * 1024
/** Half of what counts as good (web.dev, Cumulative Layout Shift). */
const MOST_SHIFT = 0.05

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
})
afterAll(() => stage?.stop())

/** Compressed bytes of what the page has loaded so far, by kind. */
const LOADED = `(() => {
  const of = (kind) => performance.getEntriesByType('resource')
    .filter((r) => new URL(r.name).pathname.endsWith(kind))
    .reduce((sum, r) => sum + r.encodedBodySize, 0)
  return { scripts: of('.js'), styles: of('.css'), fonts: of('.woff2') }
})()`

const SHIFT = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})`

const loaded = (page: Page) => page.evaluate<{ scripts: number; styles: number; fonts: number }>(LOADED)

describe('a first visit', () => {
  it('loads little before the sign-in, and no page of another domain', async () => {
    const page = await stage.open()
    const names: string[] = []
    page.on('request', (r) => names.push(r.url()))
    await page.goto(`${stage.url}/sign-in`)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    const size = await loaded(page)
    console.log('sign-in, compressed bytes:', size)
    expect(size.scripts).toBeGreaterThan(10_000)
    expect(size.scripts).toBeLessThan(MOST_FOR_SIGN_IN)
    expect(names.filter((n) => /Client|Audit|Shell|Import|Palette/.test(n))).toEqual([])
    await page.context().close()
  })

  it('of a page behind it stays small, and nothing moves while it loads', async () => {
    const page = await stage.open('clinician')
    const { path } = await firstClient(page, stage.url)
    for (const at of ['/', '/clients', path]) {
      await page.goto(stage.url + at)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)
      const shift = await page.evaluate<number>(SHIFT)
      const size = await loaded(page)
      console.log(at === path ? '/clients/:id' : at, 'compressed bytes:', size, 'layout shift:', shift)
      expect(size.scripts, at).toBeLessThan(MOST_FOR_ALL)
      expect(shift, `what moved on ${at}`).toBeLessThan(MOST_SHIFT)
    }
    await page.context().close()
  })
})
