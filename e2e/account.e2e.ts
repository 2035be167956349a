import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectFits, PASSWORD, PHONE, type Stage, startStage } from './demo.ts'

let demo: Stage
beforeAll(async () => {
  demo = await startStage({ demo: true })
})
afterAll(() => demo?.stop())

/** For whoever wants to look at what the test sees. */
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES && page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png` })

it('sets up an authenticator app of one’s own accord, and is asked for it at the next sign-in', async () => {
  const page = await demo.open('clinician')
  await page.goto(`${demo.url}/account`)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await page.getByLabel('Your password').fill('not the password')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('is not your password').waitFor()
  await expectAccessible(page)
  await picture(page, 'account-proof')
  await page.getByLabel('Your password').fill(PASSWORD)
  const asked = page.waitForResponse((r) => r.url().endsWith('/me/totp') && r.ok())
  await page.getByRole('button', { name: 'Go on' }).click()
  const { secret } = await (await asked).json()
  await page.getByLabel('The code that the app shows').fill(generateSync({ secret }))
  await expectAccessible(page)
  await picture(page, 'account-secret')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByLabel('I have saved these codes').check()
  await picture(page, 'account-codes')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('You have 10 recovery codes left').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(PHONE)
  await picture(page, 'account-phone')
  // The page is laid out anew first.
  await expect
    .poll(() =>
      expectFits(page).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  await page.setViewportSize({ width: 1280, height: 860 })
  await picture(page, 'account')
  await page.context().clearCookies()
  await page.goto(`${demo.url}/sign-in`)
  await page.getByLabel(/e-mail/i).fill('clinician@demo.example')
  await page
    .getByLabel(/^password/i)
    .first()
    .fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('Your second factor').waitFor()
  await page.close()
})

it('explains access to a client that is found by search, and to a group for who sees no clients', async () => {
  const officer = await demo.open('privacy-officer')
  await officer.goto(`${demo.url}/access`)
  await officer.getByRole('combobox', { name: 'User' }).fill('receptionist')
  await officer.getByRole('option', { name: /receptionist@/ }).click()
  const found = officer.waitForResponse((r) => r.url().endsWith('/clients/search') && r.ok())
  await officer.getByRole('combobox', { name: 'Client' }).fill('an')
  await found
  await officer.getByRole('option').first().click()
  await officer.getByRole('button', { name: 'Explain' }).click()
  await officer.getByText(/^The user (may|sees)/).waitFor()
  await expectAccessible(officer)
  await picture(officer, 'explain')
  await officer.setViewportSize(PHONE)
  await picture(officer, 'explain-phone')
  // The page is laid out anew first.
  await expect
    .poll(() =>
      expectFits(officer).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  await officer.close()

  const administrator = await demo.open('administrator')
  await administrator.setViewportSize({ width: 1280, height: 860 })
  await administrator.goto(`${demo.url}/access`)
  await administrator.getByRole('tab', { name: 'Client group' }).waitFor()
  expect(await administrator.getByRole('tab', { name: 'Find a client' }).count()).toBe(0)
  await administrator.getByRole('combobox', { name: 'User' }).fill('receptionist')
  await administrator.getByRole('option', { name: /receptionist@/ }).click()
  await administrator.getByRole('combobox', { name: 'Client group' }).click()
  await administrator.getByRole('option').first().click()
  await administrator.getByRole('button', { name: 'Explain' }).click()
  await administrator.getByText(/the clients of this group$/).waitFor()
  await expectAccessible(administrator)
  await picture(administrator, 'explain-group')
  await administrator.close()
})
