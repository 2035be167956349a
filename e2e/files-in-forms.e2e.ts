import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectFits, firstClient, PHONE, type Stage, startStage } from './demo.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
}, 180_000)
afterAll(() => stage?.stop())

const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES && page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png` })
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const counted = async (sql: string) =>
  ((await stage.asOwner(`select count(*)::int as n from ${sql}`))[0] as { n: number }).n

/** What is asked of the server, by method and path. */
function posts(page: Page, path: string): string[] {
  const seen: string[] = []
  page.on('request', (r) => {
    if (r.method() === 'POST' && new URL(r.url()).pathname === path) seen.push(r.url())
  })
  return seen
}

it('opens one ticket for two clicks; a file that does not go is named, tried again, and goes', async () => {
  const page = await stage.open('technician')
  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('button', { name: 'New ticket' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Subject').fill('Scanner jams')
  const input = dialog.locator('input[type=file]').first()
  await input.setInputFiles([file('one.txt', 'The first page.'), file('two.txt', 'The second page.')])
  await input.setInputFiles([file('empty.txt', '')])
  await dialog.getByText('empty.txt').waitFor()
  await expectAccessible(page, 'files chosen')
  await picture(page, 'new-ticket-files')
  await page.setViewportSize(PHONE)
  await expectFits(page, 'files chosen, phone')
  await picture(page, 'new-ticket-files-phone')
  await page.setViewportSize({ width: 1280, height: 860 })
  // The line is away for the bytes of the second file, and says so in a way that is not tried again by itself.
  let broken = 0
  await page.route('**/api/v1/files', async (route) => {
    if (route.request().postDataJSON()?.name !== 'two.txt' || broken++) return route.continue()
    await route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:forbidden', title: 'Not now', status: 403 }),
    })
  })
  const made = posts(page, '/api/v1/tickets')
  const before = await counted("tickets where channel = 'web'")
  await dialog.getByRole('button', { name: 'Open the ticket' }).dblclick()
  await dialog.getByText(/Ticket #\d+ is open/).waitFor()
  const list = dialog.getByRole('list', { name: 'Files' })
  expect(await list.getByText(/\.txt$/).allTextContents()).toEqual(['two.txt', 'empty.txt'])
  await expectAccessible(page, 'files that did not go')
  await picture(page, 'new-ticket-stuck')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'files that did not go, dark', 'colors')
  await page.setViewportSize(PHONE)
  await expectFits(page, 'files that did not go, phone')
  await picture(page, 'new-ticket-stuck-phone-dark')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => list.getByText(/\.txt$/).allTextContents()).toEqual(['empty.txt'])
  await dialog.getByRole('button', { name: 'Go on without them' }).click()
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}/)
  expect(made).toHaveLength(1)
  expect(await counted("tickets where channel = 'web'")).toBe(before + 1)
  expect(await counted(`files where owner_id = '${page.url().split('/').at(-1)}' and received = size`)).toBe(
    2,
  )
  await page.context().close()
}, 240_000)

it('sends files with a new request and a new conversation from a phone, under their first message', async () => {
  const phone = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
  for (const [path, subject, body] of [
    ['requests', 'In a few words', 'What do you need?'],
    ['messages', 'Subject', 'Your message'],
  ] as const) {
    await phone.goto(`${stage.url}/portal/${path}/new`)
    await phone.getByLabel(subject).fill('A form')
    await phone.getByLabel(body).fill('Please see the picture.')
    await phone.locator('input[type=file]').first().setInputFiles(file('form.txt', 'The form.'))
    await phone.getByRole('button', { name: 'Take a picture' }).waitFor()
    await expectAccessible(phone, `new ${path} with a file`)
    await expectFits(phone, `new ${path} with a file`)
    await picture(phone, `portal-new-${path}-files`)
    await phone.getByRole('button', { name: 'Send', exact: true }).dblclick()
    await phone.waitForURL(new RegExp(`/portal/${path}/[0-9a-f-]{36}`))
    // Once it was looked into.
    await phone.getByRole('link', { name: 'Save form.txt' }).waitFor()
    expect(await phone.getByText('Please see the picture.').count()).toBe(1)
    await picture(phone, `portal-${path}-files`)
  }
  await phone.goto(`${stage.url}/portal/requests`)
  await phone
    .getByRole('link', { name: /A form/ })
    .first()
    .waitFor()
  expect(await phone.getByRole('link', { name: /A form/ }).count()).toBe(1)
  await phone.getByRole('link', { name: /A form/ }).click()
  await phone.getByLabel('Your answer').fill('And another one.')
  await phone.locator('input[type=file]').first().setInputFiles(file('other.txt', 'The other form.'))
  await phone.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.getByRole('link', { name: 'Save other.txt' }).waitFor()
  await phone.context().close()
}, 240_000)

it('sends files with what staff write to a client', async () => {
  const page = await stage.open('care-coordinator')
  const [client] = await stage.asOwner(
    'select client_id as id from portal_clients order by client_id limit 1',
  )
  await firstClient(page, stage.url)
  await page.goto(`${stage.url}/clients/${(client as { id: string }).id}?tab=messages`)
  await page.getByRole('button', { name: 'Write a message' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Subject').fill('Your plan')
  await dialog.getByLabel('Message').fill('Here it is.')
  await dialog.locator('input[type=file]').first().setInputFiles(file('plan.txt', 'Walk every day.'))
  await expectAccessible(page, 'a message with a file')
  await picture(page, 'staff-thread-files')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('link', { name: 'Save plan.txt' }).waitFor()
  await page.context().close()
}, 240_000)
