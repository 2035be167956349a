import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../server/testing/free-port.ts'
import { type Sink, startSink } from '../server/testing/sink.ts'
import { expectAccessible, PHONE, type Stage, startStage } from './demo.ts'
import { callAs, mailChart, SENDER, setUpMail } from './desk-mail.ts'

// The desk as its people use it: mail in and out over real SMTP, a picture that is really read, real browsers.

const TECHNICIAN = 'Toni Castellan'
const LEAD = 'Lena Abara'
let stage: Stage
let sink: Sink
let smtpPort: number

beforeAll(async () => {
  smtpPort = await freePort()
  ;[stage, sink] = await Promise.all([
    startStage({ demo: true, settings: { WELLKEEP_SMTP_PORT: String(smtpPort) } }),
    startSink(),
  ])
  const admin = await stage.open('administrator')
  const [queue] = await stage.asOwner('select id from queues order by id limit 1')
  await setUpMail(admin, (queue as { id: string }).id, sink)
  await admin.context().close()
})
afterAll(async () => {
  await stage?.stop()
  await sink?.stop()
})

const list = async (page: Page) => {
  await page.goto(`${stage.url}/tickets`)
  await page.locator('[data-row-link]').first().waitFor()
}
const side = (page: Page) => page.getByRole('complementary', { name: 'About this ticket' })
const status = (page: Page) => side(page).getByRole('combobox', { name: 'Status' })

async function setStatus(page: Page, name: string): Promise<void> {
  await status(page).click()
  await page.getByRole('option', { name, exact: true }).click()
}

/** Says why in the dialog that asks. */
async function giveReason(page: Page, reason: string, confirm: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name: confirm }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A list to its end. */
async function showAll(list: Locator): Promise<void> {
  await list.locator('[aria-busy=false]').waitFor()
  const more = list.getByRole('button', { name: 'Show more' })
  while (await more.isVisible()) {
    const shown = await list.getByRole('row').count()
    await more.click()
    await expect.poll(() => list.getByRole('row').count()).toBeGreaterThan(shown)
  }
}

async function fileAction(page: Page, name: RegExp): Promise<void> {
  await side(page)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name }).click()
}

describe('a screenshot of a chart that comes by mail', () => {
  it('is read, covered, revealed, purged, and let go of with a receipt', async () => {
    const page = await stage.open('technician')
    await callAs(page, 'POST', '/ticket-macros', {
      name: 'How to send a screenshot',
      kind: 'public',
      body: 'About ticket {{ticket.number}}: the window is set back. Please crop pictures before sending.',
    })
    await list(page)
    await page.evaluate('window.neverReloaded = true')
    await mailChart(smtpPort, 'Wrong window opens at check-in')
    const row = page.getByRole('row').filter({ hasText: 'Wrong window opens at check-in' })
    await row.waitFor()
    expect(await page.evaluate('window.neverReloaded')).toBe(true)
    await row.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: /wrong window opens/i }).waitFor()

    // Nobody told the server what is on the picture: it has read it.
    const card = side(page).getByRole('region', { name: 'Files' }).getByRole('listitem').first()
    await expect.poll(() => card.textContent()).toMatch(/may hold an? /)
    const blurred = card.getByRole('img', { name: 'Blurred, since it may hold PHI' })
    await blurred.waitFor()
    await expect
      .poll(() => blurred.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0)
    const fileId = /files\/([\w-]+)/.exec((await blurred.getAttribute('src'))!)![1]!
    const file = `${stage.url}/api/v1/files/${fileId}`
    const content = `${file}/content`
    const { findings } = await (await page.request.get(file)).json()
    expect(findings.map((f: { kind: string }) => f.kind)).toContain('ssn')
    expect((await page.request.get(content)).status()).toBe(409)

    await setStatus(page, 'Resolved')
    const gate = page.getByRole('alert').filter({ hasText: 'can’t be closed yet' })
    await gate.getByText(/A file that may hold PHI must be purged/).waitFor()
    expect(await status(page).inputValue()).toBe('New')

    await fileAction(page, /Uncover for ten minutes/)
    await giveReason(page, 'To see what window it is', 'Uncover')
    await fileAction(page, /Look at it/)
    await page.getByRole('dialog').getByRole('img', { name: 'screenshot.png' }).waitFor()
    expect((await page.request.get(content)).status()).toBe(200)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await fileAction(page, /Purge for good/)
    await giveReason(page, 'A chart does not belong on a ticket', 'Purge for good')
    await side(page).getByText('purged for good').waitFor()
    expect((await page.request.get(content)).status()).toBe(410)
    await side(page).getByText('1 of 1').waitFor()

    await page.getByRole('button', { name: 'Macro' }).click()
    await page.getByRole('menuitem', { name: 'How to send a screenshot' }).click()
    const box = page.getByRole('textbox', { name: 'Reply' })
    await expect.poll(() => box.inputValue()).toMatch(/^About ticket \d+: the window is set back\./)
    await page.getByRole('button', { name: 'Send reply' }).click()
    await expect.poll(() => sink.mails.length).toBe(1)
    const [mail] = sink.mails
    expect(mail!.to).toEqual([SENDER])
    expect(mail!.raw).toContain('the window is set back')
    expect(mail!.raw).not.toMatch(/Quellenbrunn|536-22-8145/)
    await page.getByText(`sent to ${SENDER}`).waitFor()

    await setStatus(page, 'Resolved')
    await expect.poll(() => status(page).inputValue()).toBe('Resolved')
    await setStatus(page, 'Closed')
    await expect.poll(() => status(page).inputValue()).toBe('Closed')

    await page.getByRole('tab', { name: 'History' }).click()
    const history = page.getByRole('tabpanel', { name: 'History' })
    await history.getByText('Status: Resolved → Closed').waitFor()
    await history.getByText('Changes and views').click()
    await showAll(history)
    for (const done of ['Opened a ticket', 'Wrote a message', 'Moved the ticket on', 'Filled in a macro'])
      await history.getByRole('button', { name: done, exact: true }).first().waitFor()
    await page.context().close()

    const officer = await stage.open('privacy-officer')
    await officer.goto(`${stage.url}/audit/sessions`)
    await officer.getByRole('row').filter({ hasText: TECHNICIAN }).first().getByRole('link').click()
    await officer.getByRole('heading', { level: 1, name: `Session of ${TECHNICIAN}` }).waitFor()
    const screen = officer.getByRole('row').filter({ hasText: 'Destroyed a file' })
    await screen.getByText('changed', { exact: true }).waitFor()
    // Which tickets a list showed.
    await officer
      .getByRole('button', { name: /records? in a list$/ })
      .first()
      .click()
    const listed = officer.getByRole('dialog', { name: 'Records in a list' })
    await listed
      .getByText(/^Ticket #\d+$/)
      .first()
      .waitFor()
    await expectAccessible(officer, 'records in a list')
    await officer.keyboard.press('Escape')
    await listed.waitFor({ state: 'detached' })
    await officer.context().close()
  })
})

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}, `) })
const card = (where: Page | Locator, number: string) =>
  where.getByRole('listitem').filter({ hasText: new RegExp(`${number}(?!\\d)`) })
const numberOf = async (card: Locator) => (await card.getByText(/^#\d+$/).textContent())!

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('radio', { name: 'Board' }).focus()
  await page.keyboard.press('Space')
  await column(page, 'New').getByRole('listitem').first().waitFor()
}

interface Hand {
  down(x: number, y: number): Promise<void>
  move(x: number, y: number): Promise<void>
  up(): Promise<void>
}
const byMouse = (page: Page): Hand => ({
  async down(x, y) {
    await page.mouse.move(x, y)
    await page.mouse.down()
  },
  move: (x, y) => page.mouse.move(x, y, { steps: 5 }),
  up: () => page.mouse.up(),
})
/** As a finger: it rests on the card before it carries it. */
async function byFinger(page: Page): Promise<(page: Page) => Hand> {
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points }).then(() => {})
  return () => ({
    async down(x, y) {
      await touch('touchStart', [{ x, y }])
      await page.waitForTimeout(400)
    },
    move: (x, y) => touch('touchMove', [{ x, y }]),
    up: () => touch('touchEnd', []),
  })
}

/** Takes a card up, brings it over a column, which may only then come into view, and lets go. */
async function carry(page: Page, card: Locator, to: Locator, hand: (page: Page) => Hand): Promise<void> {
  const { down, move, up } = hand(page)
  await card.scrollIntoViewIfNeeded()
  const at = (await card.boundingBox())!
  await down(at.x + 30, at.y + 14)
  await move(at.x + 45, at.y + 24)
  const width = page.viewportSize()!.width
  await expect
    .poll(async () => {
      const box = await to.boundingBox()
      if (!box) return false
      const x = Math.min(Math.max(box.x + 40, 10), width - 10)
      await move(x, Math.max(box.y + 30, at.y + 30))
      return (await to.getAttribute('data-over')) !== null
    })
    .toBe(true)
  await up()
}

describe('two at one desk', () => {
  it('see each other on a ticket, and the slower one loses nothing of the faster one', async () => {
    const [tech, lead] = await Promise.all([stage.open('technician'), stage.open('service-desk-lead')])
    await list(tech)
    const href = await tech
      .getByRole('row')
      .filter({ hasText: 'VPN drops' })
      .first()
      .getByRole('link')
      .getAttribute('href')
    await tech.goto(stage.url + href)
    await status(tech).waitFor()
    await lead.goto(stage.url + href)
    await Promise.all([
      lead.getByText(`${TECHNICIAN} is also viewing`).waitFor(),
      tech.getByText(`${LEAD} is also viewing`).waitFor(),
    ])
    // The technician's page hears late of what the lead does.
    let deliver = () => {}
    const late = new Promise<void>((resolve) => {
      deliver = resolve
    })
    await tech.route(`**/api/v1${href}`, async (route) => {
      if (route.request().method() === 'GET') await late
      await route.continue()
    })
    const urgency = (page: Page) => side(page).getByRole('combobox', { name: 'Urgency' })
    const choose = async (page: Page, option: string) => {
      await urgency(page).click()
      await page.getByRole('option', { name: option }).click()
    }
    const before = await urgency(tech).inputValue()
    await choose(lead, 'Work stands still')
    await expect.poll(() => urgency(lead).inputValue()).toBe('Work stands still')
    expect(await urgency(tech).inputValue()).toBe(before)
    const refused = tech.waitForResponse((r) => r.request().method() === 'PATCH')
    await choose(tech, 'Can wait')
    expect((await refused).status()).toBe(412)
    deliver()
    await tech.getByText(`${LEAD} changed this first`).waitFor()
    await expect.poll(() => urgency(tech).inputValue()).toBe('Work stands still')
    await Promise.all([tech.context().close(), lead.context().close()])
  })

  it('carries cards by mouse and by finger, and puts back what is refused', async () => {
    const page = await stage.open('service-desk-lead')
    await openBoard(page)
    const free = (at: Page) => at.getByRole('listitem').filter({ hasNotText: 'PHI suspected' })
    const first = await numberOf(column(page, 'New').locator(free(page)).first())
    await carry(page, card(page, first), column(page, 'In progress'), byMouse)
    await card(column(page, 'In progress'), first).waitFor()
    // It is so on the server too.
    await page.reload()
    await openBoard(page)
    await card(column(page, 'In progress'), first).waitFor()

    const body = 'Her number is 536-22-8145, born 03/14/1961'
    const made = await callAs(page, 'POST', '/tickets', {
      subject: 'Held by the gate',
      body,
      impact: 1,
      urgency: 1,
    })
    const held = `#${(made as { number: number }).number}`
    await card(page, held).waitFor()
    const from = page.getByRole('region').filter({ has: card(page, held) })
    const where = await from.getAttribute('aria-label')
    await carry(page, card(page, held), column(page, 'Resolved'), byMouse)
    await page.getByText(`${held} stays where it was`).waitFor()
    await page.getByText(/^Still to be done: /).waitFor()
    await expect.poll(() => from.getAttribute('aria-label')).toBe(where)
    await page.context().close()

    const phone = await stage.open('service-desk-lead', { viewport: PHONE, hasTouch: true, isMobile: true })
    await openBoard(phone)
    const second = await numberOf(column(phone, 'New').locator(free(phone)).first())
    await carry(phone, card(phone, second), column(phone, 'In progress'), await byFinger(phone))
    await card(column(phone, 'In progress'), second).waitFor()
    await phone.context().close()
  }, 120_000)

  it('moves a card by keyboard, keeps a view, and gives several tickets to somebody at once', async () => {
    const page = await stage.open('service-desk-lead')
    await list(page)
    await page.getByRole('radio', { name: 'Board' }).focus()
    await page.keyboard.press('Space')
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}, `) })
    const move = column('New')
      .getByRole('button', { name: /^Move #/ })
      .first()
    const number = (await move.getAttribute('aria-label'))!.slice('Move '.length)
    await move.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'In progress' }).waitFor()
    await expect
      .poll(async () => {
        await page.keyboard.press('Home')
        return page.evaluate('document.activeElement.textContent')
      })
      .toBe('In progress')
    await page.keyboard.press('Enter')
    await column('In progress').getByText(number, { exact: true }).waitFor()
    await page.getByRole('radio', { name: 'List' }).focus()
    await page.keyboard.press('Space')

    const urgent = 'Urgent and new at the front'
    await page.getByRole('searchbox', { name: 'Search tickets' }).fill('faxes')
    await page.getByRole('button', { name: 'Save as a view' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(urgent)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const views = page.getByRole('navigation', { name: 'Views' })
    await views.getByRole('button', { name: 'All open' }).click()
    await page.getByRole('row').filter({ hasText: 'VPN drops' }).first().waitFor()
    await views.getByRole('button', { name: urgent }).click()
    await page.getByRole('row').filter({ hasText: 'VPN drops' }).first().waitFor({ state: 'detached' })
    const rows = page.getByRole('row').filter({ hasText: 'Scanner sends faxes' })
    await rows.first().waitFor()
    const count = await rows.count()
    expect(count).toBeGreaterThan(2)

    await rows.first().getByRole('checkbox').check()
    const bar = page.getByRole('region', { name: 'Chosen tickets' })
    await bar.getByRole('button', { name: /^Choose all/ }).click()
    await bar.getByText(`${count} chosen`).waitFor()
    await bar.getByRole('button', { name: 'Assign' }).click()
    await page.getByRole('menuitem', { name: TECHNICIAN }).click()
    await bar.waitFor({ state: 'detached' })
    await expect.poll(() => rows.filter({ hasText: TECHNICIAN }).count()).toBe(count)
    await page.context().close()
  })
})
