import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstClient, type Stage, signIn, startStage } from './demo.ts'

// An idle session is announced before it ends, can be kept, and leaves nothing behind. The policy's least is a
// minute; so that nobody waits that long here, the database's owner makes this one session's shorter.

const IDLE_SECONDS = 45

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
})
afterAll(() => stage?.stop())

const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' })
const secondsLeft = async (page: Page) => {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await page.getByRole('timer').textContent()) ?? '')!
  return Number(minutes) * 60 + Number(seconds)
}

/** All that a page may have kept, where the next person at this device could find it. */
const KEPT = `(async () => JSON.stringify({
  page: document.documentElement.outerHTML,
  local: { ...localStorage },
  session: { ...sessionStorage },
  cookies: document.cookie,
  caches: await caches.keys(),
  databases: await indexedDB.databases(),
  history: history.state,
}))()`

describe('an idle session', () => {
  it('is announced with a countdown, goes on when asked to, and then ends and leaves nothing behind', async () => {
    const page = await stage.open()
    await signIn(page, stage.url, 'clinician')
    const { name, path } = await firstClient(page, stage.url)
    await page.goto(stage.url + path)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('tab', { name: 'Notes' }).click()
    await page.getByLabel('New note').fill('Half a sentence about')
    await stage.asOwner('update sessions set idle_seconds = $1, last_seen_at = now()', [IDLE_SECONDS])
    await page.reload()
    await page.getByRole('heading', { level: 1, name }).waitFor()

    await warning(page).waitFor()
    const first = await secondsLeft(page)
    expect(first).toBeLessThanOrEqual(IDLE_SECONDS / 3)
    await expect.poll(() => secondsLeft(page), { interval: 200 }).toBeLessThan(first)
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await warning(page).waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name }).waitFor()

    await warning(page).waitFor()
    await page.waitForURL(/\/sign-in/)
    await page.getByText('You were signed out because nobody was at the keyboard for a while.').waitFor()
    const kept = await page.evaluate<string>(KEPT)
    const family = name.split(' ').at(-1)!
    for (const secret of [name, family, 'Half a sentence', '555-'])
      expect(kept.includes(secret), `“${secret}” is still there`).toBe(false)
    const { local, session, cookies, caches, databases } = JSON.parse(kept)
    expect([cookies, caches, databases]).toEqual(['', [], []])
    expect(Object.keys({ ...local, ...session }).filter((key) => !/^(wk-|tsr-scroll)/.test(key))).toEqual([])

    await page.goBack().catch(() => {})
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    expect(await page.getByText(family).count()).toBe(0)
    await page.context().close()
  })
})
