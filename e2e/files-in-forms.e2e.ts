import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectFits, PHONE, type Stage, startStage, switchScheme } from './demo.ts'

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
  // Nothing stays chosen in the browser's own field: the same file may be chosen again.
  expect(await input.inputValue()).toBe('')
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
  await switchScheme(page, 'dark')
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
  // The one client of the demonstration's portal person; the coordinator's team has it.
  const clients = (await stage.asOwner('select client_id as id from portal_clients')) as { id: string }[]
  expect(clients).toHaveLength(1)
  await page.goto(`${stage.url}/clients/${clients[0]!.id}?tab=messages`)
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

it('asks how a request went once it has ended, in the portal and by a link; staff see and report it', async () => {
  const phone = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
  await phone.goto(`${stage.url}/portal/requests/new`)
  await phone.getByLabel('In a few words').fill('A chair for the ward')
  await phone.getByLabel('What do you need?').fill('A new one.')
  await phone.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.waitForURL(/\/portal\/requests\/[0-9a-f-]{36}/)
  await phone.getByText('A new one.').waitFor()
  const id = phone.url().split('/').at(-1)!
  expect(await phone.getByRole('radio', { name: 'Good' }).count()).toBe(0)
  // It is about a client: the walls open it to the care team.
  const page = await stage.open('care-coordinator', { viewport: { width: 1440, height: 900 } })
  await page.goto(`${stage.url}/tickets/${id}`)
  await page.getByRole('combobox', { name: 'Status' }).or(page.getByLabel('Status')).first().click()
  await page.getByRole('option', { name: /^Resolved/ }).click()
  await phone.reload()
  await phone.getByRole('radio', { name: 'Bad', exact: true }).click()
  await phone.getByLabel('Tell us more (optional)').fill('It took three weeks.')
  for (const colorScheme of ['dark', 'light'] as const) {
    await switchScheme(phone, colorScheme)
    await expectAccessible(phone, `rating, ${colorScheme}`)
    await picture(phone, `portal-rating-${colorScheme}`)
  }
  await expectFits(phone, 'rating')
  await phone.getByRole('heading', { name: 'How did it go?' }).scrollIntoViewIfNeeded()
  await phone
    .locator('form', { hasText: 'Neither good nor bad' })
    .getByRole('button', { name: 'Send' })
    .click()
  await phone.getByText('You said: Bad').waitFor()
  await expectAccessible(phone, 'rated')
  await page.reload()
  const about = page.getByRole('complementary', { name: 'About this ticket' })
  await about.getByText('It took three weeks.').waitFor()
  await expectAccessible(page, 'a ticket that was rated')
  await picture(page, 'ticket-rated')

  // The link of the mail, whose secret no test may read: one of the test’s own making.
  const secret = 'e2e-rating-link-0123456789-0123456789-abcdef'
  const tech = await stage.open('technician', { viewport: { width: 1440, height: 900 } })
  await tech.goto(`${stage.url}/tickets`)
  await tech.getByRole('button', { name: 'New ticket' }).click()
  await tech.getByRole('textbox', { name: 'Subject' }).fill('A chair for the office')
  await tech.getByRole('button', { name: 'Open the ticket' }).click()
  await tech.waitForURL(/\/tickets\/[0-9a-f-]{36}/)
  const other = tech.url().split('/').at(-1)!
  await stage.asOwner(
    "update tickets set status = 'resolved', status_category = 'resolved', resolved_at = now() where id = $1",
    [other],
  )
  await stage.asOwner(
    `insert into rating_links (org_id, id, ticket_id, round, secret_hash, expires_at)
      select org_id, gen_random_uuid(), id, reopened_count, sha256(convert_to($1, 'UTF8')), now() + interval '1 day' from tickets where id = $2`,
    [secret, other],
  )
  const guest = await stage.open(undefined, {
    viewport: PHONE,
    isMobile: true,
    hasTouch: true,
    locale: 'es-MX',
  })
  await guest.goto(`${stage.url}/rate#${secret}`)
  await guest.getByRole('heading', { level: 1, name: /^Solicitud \d+$/ }).waitFor()
  expect(guest.url()).toBe(`${stage.url}/rate`)
  expect(await guest.getByText('chair').count()).toBe(0)
  await guest.getByRole('button', { name: 'Enviar' }).click()
  await guest.getByText('Elija una de las tres.').waitFor()
  await guest.getByRole('radio', { name: 'Bien', exact: true }).click()
  await expectAccessible(guest, 'rating by a link')
  await expectFits(guest, 'rating by a link')
  await picture(guest, 'rate-guest-phone')
  await guest.getByRole('button', { name: 'Enviar' }).click()
  await guest.getByRole('heading', { level: 1, name: 'Gracias' }).waitFor()
  await expectAccessible(guest, 'thanks')
  await guest.goto(`${stage.url}/portal/join`)
  await guest.goto(`${stage.url}/rate#${secret}`)
  await guest.getByRole('heading', { level: 1, name: 'Este enlace no se abre' }).waitFor()

  const lead = await stage.open('technician', { viewport: { width: 1440, height: 900 } })
  await lead.goto(`${stage.url}/reports?report=satisfaction`)
  await lead.getByRole('heading', { name: 'What requesters said' }).waitFor()
  await expectAccessible(lead, 'the report')
  await picture(lead, 'report-satisfaction')
  await lead.setViewportSize(PHONE)
  await switchScheme(lead, 'dark')
  await expectAccessible(lead, 'the report, dark', 'colors')
  await expectFits(lead, 'the report')
  await picture(lead, 'report-satisfaction-phone-dark')
  const admin = await stage.open('administrator', { viewport: { width: 1440, height: 900 } })
  await admin.goto(`${stage.url}/desk-settings?tab=satisfaction`)
  await admin.getByLabel('Ask requesters').waitFor()
  await expectAccessible(admin, 'the settings')
  await picture(admin, 'rating-settings')
  await admin.setViewportSize(PHONE)
  await expectFits(admin, 'the settings')
}, 300_000)
