import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, type Stage, startStage } from './demo.ts'

// The main job with the keyboard alone. Nothing here clicks, and each stop shows where one is.

let stage: Stage
let secret: string

beforeAll(async () => {
  stage = await startStage({ demo: true })
  await demandFactor(true)
  secret = await enrol('clinician@demo.example')
  await demandFactor(false)
})
afterAll(() => stage?.stop())

const demandFactor = (on: boolean) =>
  stage.asOwner(`update organizations set policy = jsonb_set(policy, '{mfaRequired}', $1)`, [String(on)])

/** Sets up the authenticator app without a page, and leaves the next code for the test. */
async function enrol(email: string): Promise<string> {
  const page = await stage.open()
  const post = async (path: string, data: object, csrf = '') => {
    const headers = { 'X-CSRF-Token': csrf }
    const reply = await page.request.post(`${stage.url}/api/v1${path}`, { data, headers })
    expect(reply.ok(), `${path} answered ${reply.status()}`).toBe(true)
    return reply.json()
  }
  const token = async () => (await (await page.request.get(`${stage.url}/api/v1/session`)).json()).csrfToken
  await post('/sign-in', { email, password: PASSWORD })
  const totp = await post('/mfa/totp', {}, await token())
  await post('/mfa/totp/confirm', { code: generateSync({ secret: totp.secret }) }, await token())
  await page.context().close()
  return totp.secret
}

/** A code that was not used yet: the server takes that of the next half minute too. */
const nextCode = () => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })

/** As the page sees it; fields show the focus with their border, rows with the outline of their link. */
const FOCUS = `(() => {
  const el = document.activeElement
  if (el === document.body) return { name: 'nothing', ring: false }
  const labelled = document.getElementById(el.getAttribute('aria-labelledby'))
  const shown = (pseudo) => {
    const s = getComputedStyle(el, pseudo)
    return s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 1
  }
  return {
    name: (el.getAttribute('aria-label') || labelled?.textContent || el.labels?.[0]?.textContent || el.textContent || '').trim(),
    ring: el.matches('input, textarea, select') || shown() || shown('::after'),
  }
})()`

/** What has the focus: its name, and whether one can see that it has it. */
const focus = (page: Page) => page.evaluate<{ name: string; ring: boolean }>(FOCUS)

async function press(page: Page, keys: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(keys)
}

/** Goes on with the Tab key until that has the focus; every stop on the way must be visible. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key)
    const at = await focus(page)
    expect(at.ring, `the focus on “${at.name}” can’t be seen`).toBe(true)
    if (name.test(at.name)) return
  }
  throw new Error(`${key} does not come to ${name}`)
}

const backTo = (page: Page, name: RegExp) => tabTo(page, name, 'Shift+Tab')
const focused = (page: Page) => expect.poll(async () => (await focus(page)).name)
const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor()

describe('the keyboard alone', () => {
  it('signs in, finds a client, edits, notes, looks at the history and signs out', async () => {
    const page = await stage.open()
    await page.goto(`${stage.url}/sign-in`)
    await heading(page, 'Sign in')
    await focused(page).toMatch(/e-mail/i)
    await page.keyboard.type('clinician@demo.example')
    await tabTo(page, /^password/i)
    await page.keyboard.type(PASSWORD)
    await press(page, 'Enter')
    await heading(page, 'Your second factor')
    await focused(page).toMatch(/code from your/i)
    await page.keyboard.type(nextCode())
    await heading(page, /^good/i)

    await page.keyboard.press('ControlOrMeta+k')
    await focused(page).toBe('Search')
    await page.keyboard.type('Remy')
    await page.getByRole('option', { name: /remy/i }).first().waitFor()
    const option = await page.getByRole('option', { selected: true }).first().textContent()
    if (!/remy/i.test(option ?? '')) await press(page, 'ArrowDown')
    await press(page, 'Enter')
    await page.waitForURL(/\/clients\/.+/)
    await heading(page, /remy/i)
    await focused(page).toMatch(/remy/i)

    await tabTo(page, /^edit person/i)
    await press(page, 'Enter')
    await focused(page).toMatch(/^birth date/i)
    await tabTo(page, /^gender identity/i)
    await page.keyboard.type('nonbinary')
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('nonbinary').waitFor()
    await page.getByRole('alert').filter({ hasText: 'saved' }).waitFor()
    await focused(page).toMatch(/^edit person/i)

    // The arrow keys go from tab to tab.
    await backTo(page, /^Record$/)
    await press(page, 'ArrowRight', 2)
    await focused(page).toBe('Notes')
    // The tab's part of the app is fetched when it is first opened.
    await page.getByRole('textbox', { name: /new note/i }).waitFor()
    await tabTo(page, /new note/i)
    await page.keyboard.type('Prefers a call in the morning.')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('article').getByText('Prefers a call in the morning.').waitFor()
    await backTo(page, /^Notes$/)
    await press(page, 'End')
    await focused(page).toBe('History')
    await press(page, 'Enter')
    await page
      .getByRole('button', { name: /changed the record/i })
      .first()
      .waitFor()

    await backTo(page, /imani/i)
    await press(page, 'Enter')
    await page.getByRole('menu').waitFor()
    await press(page, 'End')
    await focused(page).toMatch(/sign out/i)
    await press(page, 'Enter')
    await page.getByText('You are signed out.').waitFor()
    await focused(page).toMatch(/e-mail/i)
    await page.context().close()
  })

  it('skips to the content, lists the shortcuts, and gives the focus back when a dialog closes', async () => {
    const page = await stage.open('receptionist')
    await page.goto(`${stage.url}/clients`)
    await heading(page, 'Clients')
    await page.getByRole('row').nth(3).waitFor()
    await press(page, 'Tab')
    await focused(page).toBe('Skip to the content')
    await expect
      .poll(() => page.evaluate('document.activeElement.getBoundingClientRect().top >= 0'))
      .toBe(true)
    await press(page, 'Enter')
    await tabTo(page, /^new client/i)
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    await press(page, '?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.waitFor()
    for (const line of ['Search and commands', 'New client', 'Go to Clients', 'This list'])
      await help.getByText(line, { exact: true }).waitFor()
    await press(page, 'Escape')
    await help.waitFor({ state: 'detached' })
    await focused(page).toMatch(/^new client/i)

    await press(page, 'Enter')
    await page.getByRole('dialog', { name: 'New client' }).waitFor()
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await focused(page).toMatch(/^new client/i)

    await press(page, '/')
    await focused(page).toMatch(/^search/i)
    await press(page, 'ArrowDown')
    await press(page, 'Enter')
    await page.waitForURL(/\/clients\/.+/)
    await page.context().close()
  })
})
