import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { expectAccessible, expectFits, firstClient, PASSWORD, PHONE, type Stage, startStage } from './demo.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
}, 180_000)
afterAll(() => stage?.stop())

/** For whoever wants to look at what the test sees. */
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES && page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png` })

/** A phone’s own authenticator, whose owner is recognized: Chromium’s virtual one, over its debugging protocol. */
async function withAuthenticator(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

it('lets somebody in by a code, with a passkey on a phone; what they write reaches the care team and comes back', async () => {
  const staff = await stage.open('care-coordinator')
  const client = await firstClient(staff, stage.url)
  await staff.goto(`${stage.url}${client.path}?tab=portal`)
  await staff.getByRole('button', { name: 'Invite somebody' }).first().click()
  await staff.getByLabel('Name', { exact: true }).fill('Orla Quist')
  await staff.getByLabel('E-mail address').fill('orla@example.test')
  await expectAccessible(staff, 'inviting')
  await picture(staff, 'portal-invite')
  await staff.getByRole('button', { name: 'Invite', exact: true }).click()
  const code = (await staff.getByText(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/).textContent())!
  await picture(staff, 'portal-code')
  await staff.getByRole('button', { name: 'Done' }).click()

  const phone = await stage.open(undefined, { viewport: PHONE, isMobile: true, hasTouch: true })
  await withAuthenticator(phone)
  await phone.goto(`${stage.url}/portal/join`)
  await phone.getByLabel('Code').fill(code.toUpperCase())
  await expectAccessible(phone, 'the code')
  await phone.getByRole('button', { name: 'Go on' }).click()
  await phone.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await picture(phone, 'portal-join')
  await phone.getByRole('button', { name: 'Accept the invitation' }).click()
  await phone.getByRole('heading', { level: 1, name: 'Hello, Orla' }).waitFor()
  await expectAccessible(phone, 'home')
  await expectFits(phone, 'home')
  await picture(phone, 'portal-home')

  await phone.goto(`${stage.url}/portal/account`)
  await phone.getByRole('button', { name: 'Add a passkey' }).click()
  await phone.getByLabel('Your password').fill(PASSWORD)
  await phone.getByRole('button', { name: 'Go on' }).click()
  await phone.getByText('Your passkey is ready').waitFor()
  await expectAccessible(phone, 'account')
  await expectFits(phone, 'account')
  await picture(phone, 'portal-account')

  await phone.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await phone.getByText('You are signed out').waitFor()
  await picture(phone, 'portal-sign-in')
  await phone.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await phone.getByRole('heading', { level: 1, name: 'Hello, Orla' }).waitFor()

  await phone.getByRole('link', { name: 'Write a message' }).click()
  await phone.getByLabel('Subject').fill('The new brace')
  await phone.getByLabel('Your message').fill('It rubs below the knee.')
  await phone.getByRole('button', { name: 'Send' }).click()
  await phone.getByText('It rubs below the knee.').waitFor()
  await expectAccessible(phone, 'conversation')
  await expectFits(phone, 'conversation')
  await picture(phone, 'portal-thread')

  await staff.goto(`${stage.url}/messages`)
  await staff
    .getByRole('link', { name: /The new brace/ })
    .first()
    .click()
  await staff.getByLabel('Your answer').fill('Come by tomorrow, we will pad it.')
  await staff.getByRole('button', { name: 'Send' }).click()
  await staff.getByText('Come by tomorrow').waitFor()
  await expectAccessible(staff, 'staff conversation')
  await picture(staff, 'staff-thread')

  await phone.goto(`${stage.url}/portal/messages`)
  await phone.getByRole('link', { name: /The new brace/ }).click()
  await phone.getByText('Come by tomorrow').waitFor()
  await phone.goto(`${stage.url}/portal/requests/new`)
  await phone.getByLabel('In a few words').fill('A form for the gym')
  await phone.getByLabel('What do you need?').fill('They want it signed.')
  await phone.getByRole('button', { name: 'Send' }).click()
  await phone.getByText('They want it signed.').waitFor()
  await expectFits(phone, 'request')
  await picture(phone, 'portal-request')
  // The staff’s pages are not theirs.
  await phone.goto(`${stage.url}/clients`)
  await phone.getByRole('heading', { level: 1, name: 'Hello, Orla' }).waitFor()
  await phone.context().close()
  await staff.context().close()
}, 180_000)
