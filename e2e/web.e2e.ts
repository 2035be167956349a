import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, type Stage, startStage } from './demo.ts'

// The whole thing as a person uses it: a real browser, a real server, a real database.

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
})
afterAll(() => stage?.stop())

describe('a day’s work', () => {
  it('finds a client by a misspelt name, opens it, reveals an identifier, writes a note, and sees the history', async () => {
    const page = await stage.open('clinician')
    await page.goto(`${stage.url}/clients`)
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
    await page.context().close()
  })

  it('shows a receptionist contact data and nothing clinical', async () => {
    const page = await stage.open('receptionist')
    await page.goto(`${stage.url}/clients`)
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('heading', { level: 2, name: 'Clinical summary' }).waitFor()
    await page.getByText('Your roles do not show this.').first().waitFor()
    expect(await page.getByText(/no open referrals/).count()).toBe(0)
    await page.context().close()
  })

  it('keeps nothing private in the browser’s storage', async () => {
    const page = await stage.open('care-coordinator')
    await page.goto(`${stage.url}/clients`)
    await page.getByRole('row').nth(1).waitFor()
    const kept = await page.evaluate<string>(
      '(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await caches.keys()]))()',
    )
    expect(kept).not.toMatch(/55501|example\.com/)
    await page.context().close()
  })
})
