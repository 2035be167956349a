import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, PHONE, type Stage, startStage } from './demo.ts'

// A document from the drop of a file to a shared link: added, read, published, changed, compared, found, acknowledged.

let stage: Stage
let lead: Page
let coordinator: Page
beforeAll(async () => {
  stage = await startStage({ demo: true })
  ;[lead, coordinator] = await Promise.all([stage.open('service-desk-lead'), stage.open('care-coordinator')])
}, 180_000)
afterAll(() => stage?.stop())

const dialog = (page: Page) => page.getByRole('dialog')
const textFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function openFolder(page: Page, name: string): Promise<void> {
  await page.goto(`${stage.url}/documents`)
  await page.getByRole('link', { name }).click()
  await heading(page, name).waitFor()
}

describe('a shared document', () => {
  it('is dropped into a folder, read, published, and changed with every version kept', async () => {
    await openFolder(lead, 'Policies and procedures')
    await lead
      .locator('input[type=file]')
      .setInputFiles(textFile('Visits.txt', 'Visits end at eight.\nRing twice.'))
    await lead.getByRole('link', { name: /Visits\.txt/ }).click()
    await heading(lead, 'Visits.txt').waitFor()
    await lead.getByText('Ring twice.').waitFor({ timeout: 30_000 })
    await lead.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog(lead).getByRole('button', { name: 'Publish' }).click()
    await lead.getByText('Published', { exact: true }).first().waitFor()

    await lead
      .locator('input[type=file]')
      .setInputFiles(textFile('Visits.txt', 'Visits end at nine.\nRing twice.'))
    await lead.getByText('Version 2', { exact: true }).waitFor({ timeout: 30_000 })
    await lead.getByText('Version 1 published').first().waitFor()
    await lead.getByRole('button', { name: 'Actions for version 1' }).click()
    await lead.getByRole('menuitem', { name: /Compare with the newest/ }).click()
    await dialog(lead).locator('del', { hasText: 'eight' }).waitFor({ timeout: 30_000 })
    await dialog(lead).locator('ins', { hasText: 'nine' }).waitFor()
    await expectAccessible(lead, 'the comparison')
    await lead.keyboard.press('Escape')

    await lead.getByRole('button', { name: 'Actions for version 1' }).click()
    await lead.getByRole('menuitem', { name: /Make it the newest/ }).click()
    await lead.getByText('Brought back from version 1').waitFor()
    expect(await lead.getByRole('list', { name: 'Versions' }).getByRole('listitem').count()).toBe(3)
  }, 120_000)

  it('comes whole over a line that is lost at every step, once', async () => {
    await openFolder(lead, 'Policies and procedures')
    const lost: string[] = []
    /** Breaks the first request of a kind: before it reaches the server, or when its answer is on the way. */
    const lose = async (step: string, method: string, path: RegExp, when: 'before' | 'after') =>
      lead.route(path, async (route) => {
        if (route.request().method() !== method || lost.includes(step)) return route.fallback()
        lost.push(step)
        if (when === 'after') await route.fetch()
        // The page may have given up on it meanwhile.
        await route.abort('connectionfailed').catch(() => {})
      })
    await lose('where it stands', 'GET', /\/uploads\//, 'before')
    await lose('the last answer', 'PUT', /\/uploads\//, 'after')
    await lose('the bytes', 'PUT', /\/uploads\//, 'before')
    await lose('the answer to the announcement', 'POST', /\/folders\/.*\/documents$/, 'after')
    await lose('the announcement', 'POST', /\/folders\/.*\/documents$/, 'before')
    await lead
      .locator('input[type=file]')
      .setInputFiles(textFile('Over a bad line.txt', 'It came all the same.'))
    await lead.getByText('The connection is away; it goes on by itself').waitFor()
    await lead.getByRole('link', { name: /Over a bad line/ }).waitFor({ timeout: 60_000 })
    await expect.poll(() => lost.length, { timeout: 60_000 }).toBe(5)
    await lead.unrouteAll()
    await lead.getByRole('link', { name: /Over a bad line/ }).click()
    await lead.getByText('It came all the same.').waitFor({ timeout: 30_000 })
    expect(await lead.getByRole('list', { name: 'Versions' }).getByRole('listitem').count()).toBe(1)
    const made = await stage.asOwner("select 1 from files where state = 'uploading'")
    expect(made).toEqual([])
  }, 150_000)

  it('is found by a word of its text, on a phone as well', async () => {
    await lead.setViewportSize(PHONE)
    await lead.goto(`${stage.url}/documents`)
    await lead.getByRole('searchbox').fill('refrigerators')
    await lead.getByRole('link', { name: /When the power fails/ }).waitFor()
    await expectFits(lead, 'a search on a phone')
    await lead.setViewportSize(DESK)
  }, 60_000)

  it('is asked to be read, acknowledged, and shows who has not yet', async () => {
    await openFolder(lead, 'Policies and procedures')
    await lead.getByRole('link', { name: /Hand hygiene/ }).click()
    await heading(lead, /Hand hygiene/).waitFor()
    await lead.getByRole('button', { name: 'More actions' }).click()
    await lead.getByRole('menuitem', { name: /Required reading/ }).click()
    await dialog(lead).getByRole('switch', { name: 'Everybody who works here' }).press('Space')
    await dialog(lead).getByRole('button', { name: 'Save' }).click()
    await dialog(lead)
      .getByText(/0 of \d+ have read it/)
      .waitFor()
    await coordinator.goto(`${stage.url}/documents`)
    await coordinator
      .getByRole('list', { name: 'To read' })
      .getByRole('link', { name: /Hand hygiene/ })
      .click()
    await coordinator.getByRole('button', { name: 'I have read it' }).click()
    await coordinator.getByText(/You said on/).waitFor()
    await lead.reload()
    await lead.getByRole('button', { name: 'More actions' }).click()
    await lead.getByRole('menuitem', { name: /Required reading/ }).click()
    await dialog(lead)
      .getByText(/1 of \d+ have read it/)
      .waitFor()
    await expectAccessible(lead, 'required reading')
  }, 90_000)
})

describe('a client’s own document', () => {
  it('is opened by a link with a code, with a name across each page, until it is taken back', async () => {
    const [row] = (await stage.asOwner('select id from documents where client_id is not null')) as {
      id: string
    }[]
    await stage.asOwner(
      "insert into mail_settings (org_id, gate) select org_id, 'allow' from organizations on conflict (org_id) do update set gate = 'allow'",
    )
    await coordinator.goto(`${stage.url}/documents/${row!.id}`)
    await coordinator.getByRole('button', { name: 'More actions' }).click()
    await coordinator.getByRole('menuitem', { name: /Share by link/ }).click()
    await dialog(coordinator).getByLabel('For whom').fill('Her son')
    await expectAccessible(coordinator, 'sharing')
    await dialog(coordinator).getByRole('button', { name: 'Make the link' }).click()
    const link = (await dialog(coordinator).locator('pre').first().textContent())!
    const code = (await dialog(coordinator).locator('pre').nth(1).textContent())!
    const guest = await stage.open()
    await guest.goto(link)
    await guest.getByLabel('Code').fill(code.toLowerCase())
    await guest.getByRole('button', { name: 'Open' }).click()
    await heading(guest, /How to prepare/).waitFor()
    await guest.getByRole('img', { name: /How to prepare/ }).waitFor({ timeout: 30_000 })
    expect(guest.url()).not.toContain(link.split('#')[1])
    expect(await guest.getByRole('button', { name: 'Download' }).count()).toBe(0)
    await expectAccessible(guest, 'a shared document')
    await guest.setViewportSize(PHONE)
    await expectFits(guest, 'a shared document on a phone')
    const again = await stage.open()
    await again.goto(link)
    await again.getByText(/was used already/).waitFor()
    await again.goto(`${stage.url}/shared#${'x'.repeat(43)}`)
    await heading(again, 'This link does not open').waitFor()
  }, 120_000)
})
