import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, type Stage, startStage } from './demo.ts'

// From the link that a fresh server prints to the first client that came in from a file, as people do it who have
// never seen Wellkeep: each page says what is next.

const CSV = [
  'Given,Surname,Date of birth,Cell,Ward',
  'Noor,Elmwick,1971-03-09,(555) 555-0101,North',
  'Tam,Osgrove,1988-11-30,(555) 555-0102,North',
  'Bad,Dater,the fifth of never,(555) 555-0103,South',
].join('\n')

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: false })
})
afterAll(() => stage?.stop())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Scans the code, confirms it, keeps the recovery codes, and is in. */
async function secondFactor(page: Page, sent: Promise<{ json(): Promise<{ secret: string }> }>) {
  const { secret } = await (await sent).json()
  await heading(page, 'Set up your authenticator app')
  await expectAccessible(page, 'authenticator')
  await page.getByLabel('The code that the app shows').fill(generateSync({ secret }))
  await heading(page, 'Save your recovery codes')
  expect(await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').count()).toBe(10)
  await expectAccessible(page, 'recovery codes')
  const on = page.getByRole('button', { name: 'Go on' })
  expect(await on.isDisabled()).toBe(true)
  await page.getByLabel('I have saved these codes').check()
  await on.click()
  await heading(page, /^good/i)
}
const secretOf = (page: Page) => page.waitForResponse((r) => r.url().endsWith('/mfa/totp') && r.ok())

async function make(page: Page, what: string, name: string): Promise<void> {
  await page
    .getByRole('button', { name: `New ${what}` })
    .first()
    .click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).or(page.getByLabel(field)).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe('a fresh server', () => {
  let invitation: string

  it('makes the first account, whose home says what comes next', async () => {
    await expect.poll(() => stage.server.output()).toContain('/setup#')
    const page = await stage.open()
    await page.goto(/https:\S+\/setup#\S+/.exec(stage.server.output())![0])
    await heading(page, 'Set up your organization')
    expect(page.url()).not.toContain('#')
    await page.getByLabel('Name of the organization').fill('Alder House')
    await page.getByLabel('Your name').fill('Ada Birch')
    await page.getByLabel('Your e-mail address').fill('ada@example.test')
    await page.getByLabel('Your password', { exact: true }).fill('plum orchard tidewater 7')
    await expectAccessible(page, 'set-up')
    const sent = secretOf(page)
    await page.keyboard.press('Enter')
    await secondFactor(page, sent)
    for (const step of ['Make teams', 'Open the walls', 'Invite your colleagues', 'Bring in your clients'])
      await page.getByRole('link', { name: new RegExp(step) }).waitFor()
    await expectAccessible(page, 'empty home')

    await page.getByRole('link', { name: /Make teams/ }).click()
    await heading(page, 'Teams & walls')
    await make(page, 'team', 'Ward team')
    await make(page, 'client group', 'Ward')
    await choose(page, 'Ward team in Ward', 'Write')
    await page.getByRole('alert').filter({ hasText: 'Ward may be changed by Ward team' }).waitFor()

    await page.goto(stage.url)
    await page.getByText('2 of 5 done').waitFor()
    await page.getByRole('link', { name: /Invite your colleagues/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite a user' })
    await dialog.getByLabel('Name', { exact: true }).fill('Cal Reed')
    await dialog.getByLabel('E-mail address').fill('cal@example.test')
    await choose(page, 'Roles', 'Care coordinator')
    await page.keyboard.press('Escape')
    await choose(page, 'Teams (optional)', 'Ward team')
    await dialog.getByRole('button', { name: 'Make the invitation' }).click()
    await dialog.getByText('The invitation link for Cal Reed').waitFor()
    invitation = (await dialog.locator('pre').textContent())!
    await expectAccessible(page, 'invitation link')
    await page.context().close()
  })

  it('lets who was invited bring in a file, and open who came in', async () => {
    const page = await stage.open()
    // The server was told port 0, and believes it.
    const { pathname, hash } = new URL(invitation)
    await page.goto(stage.url + pathname + hash)
    await heading(page, 'Welcome to Alder House')
    await page.getByLabel('Your password', { exact: true }).fill('quiet harbor lantern 19')
    await expectAccessible(page, 'invitation')
    const sent = secretOf(page)
    await page.keyboard.press('Enter')
    await secondFactor(page, sent)

    await page.getByRole('link', { name: 'Bring clients in' }).click()
    await heading(page, 'Import')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'ward.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
    await heading(page, 'ward.csv')
    const start = page.getByRole('button', { name: 'Start the import' })
    expect(await start.isDisabled()).toBe(true)
    await choose(page, 'Client group', 'Ward')
    // Nobody can guess what `Ward` means here; it goes in as tags.
    await choose(page, 'Field of the column Ward', 'Tags')
    await page.getByText('1 row not right').waitFor()
    await page
      .getByText(/^Row \d+, .*birth/i)
      .first()
      .waitFor()
    await expectAccessible(page, 'preview of an import')
    await expect.poll(() => start.isEnabled()).toBe(true)
    await start.click()
    await page.getByText('Done, except for 1 row that is not right').waitFor()
    await page.getByRole('heading', { name: 'What was not right' }).waitFor()
    await expectAccessible(page, 'result of an import')

    await page.getByRole('link', { name: 'See the clients' }).click()
    await page.getByRole('link', { name: /Noor Elmwick/ }).click()
    await heading(page, 'Noor Elmwick')
    await page.getByText('(555) 555-0101').waitFor()
    await page.getByText('North').first().waitFor()
    await page.context().close()
  })
})
