import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectFits, PASSWORD, PHONE, type Stage, startStage } from './demo.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
}, 180_000)
afterAll(() => stage?.stop())

/** For whoever wants to look at what the test sees. */
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES &&
  page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png`, fullPage: true })

it('is signed on a phone with a finger, then at a desk by keyboard; whoever asked sees each at once', async () => {
  // The demonstration asks the portal person and then the care coordinator to sign a client's letter.
  const [asked] = (await stage.asOwner(
    'select r.document_id from signature_requests r join documents d on d.id = r.document_id where d.client_id is not null',
  )) as { document_id: string }[]
  const staff = await stage.open('care-coordinator')
  await staff.goto(`${stage.url}/documents/${asked!.document_id}`)
  await staff.getByText('0 of 2 signed').waitFor()
  await expectAccessible(staff, 'the document')
  await picture(staff, 'signatures-document')

  const phone = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
  await phone.goto(`${stage.url}/portal`)
  await phone.getByRole('heading', { name: 'To sign' }).waitFor()
  await picture(phone, 'signatures-portal-home')
  await phone.getByRole('link', { name: /How to prepare/ }).click()
  await phone.getByRole('img', { name: 'Page 1 of 1' }).waitFor()
  await phone.getByRole('button', { name: 'Sign', exact: true }).click()
  await phone.getByText('Draw your signature, or type your name').waitFor()
  await picture(phone, 'signatures-portal-missing')
  const area = (await phone.getByRole('img', { name: /Area to draw/ }).boundingBox())!
  await phone.mouse.move(area.x + 20, area.y + 60)
  await phone.mouse.down()
  for (let x = 20; x < 200; x += 12) await phone.mouse.move(area.x + x, area.y + 60 + 25 * Math.sin(x / 14))
  await phone.mouse.up()
  await phone.getByText('Drawn.').waitFor()
  await phone.getByText('I have read the document and agree').click()
  await phone.getByLabel('Your password').fill('not the password')
  await phone.getByRole('button', { name: 'Sign', exact: true }).click()
  await phone.getByText('This is not your password').waitFor()
  await phone.getByLabel('Your password').fill(PASSWORD)
  await expectAccessible(phone, 'signing')
  await expectFits(phone, 'signing')
  await picture(phone, 'signatures-portal-sign')
  await phone.getByRole('button', { name: 'Sign', exact: true }).click()
  await phone.getByText('Thank you, you have signed.').waitFor()
  await picture(phone, 'signatures-portal-thanks')
  await staff.getByText('1 of 2 signed').waitFor()

  await staff.goto(stage.url)
  await staff.getByRole('heading', { name: 'To sign' }).waitFor()
  await picture(staff, 'signatures-home')
  await staff.getByRole('link', { name: /How to prepare/ }).click()
  await staff.getByRole('heading', { name: 'Your signature' }).waitFor()
  await staff.getByLabel('Your name').focus()
  await staff.keyboard.type('Casey Farrow')
  await staff.keyboard.press('Tab')
  await staff.keyboard.press('Space')
  await staff.keyboard.press('Tab')
  await staff.keyboard.type(PASSWORD)
  await expectAccessible(staff, 'signing at a desk')
  await picture(staff, 'signatures-desk')
  await staff.keyboard.press('Enter')
  await staff.getByText('All have signed').waitFor()
  await staff.getByRole('link', { name: 'Download the signed copy' }).waitFor()
  await picture(staff, 'signatures-complete')
  const [download] = await Promise.all([
    staff.waitForEvent('download'),
    staff.getByRole('link', { name: 'Download the signed copy' }).click(),
  ])
  const copy = await readFile(await download.path())
  expect(copy.subarray(0, 5).toString()).toBe('%PDF-')
  expect(download.suggestedFilename()).toBe('How to prepare for your visit (signed).pdf')
  if (process.env.WELLKEEP_PICTURES) await download.saveAs(`${process.env.WELLKEEP_PICTURES}/signed.pdf`)
  await phone.goto(`${stage.url}/portal/signatures`)
  await phone.getByText('Signed', { exact: true }).first().waitFor()
  await expectAccessible(phone, 'what was signed')
  await picture(phone, 'signatures-portal-list')
}, 300_000)

it('is asked for at a document, in order, and declined with a reason; in Spanish too', async () => {
  const lead = await stage.open('service-desk-lead')
  await lead.goto(`${stage.url}/documents`)
  await lead
    .getByRole('link', { name: /Policies and procedures/ })
    .first()
    .click()
  await lead
    .getByRole('link', { name: /Hand hygiene/ })
    .first()
    .click()
  await lead.getByRole('button', { name: 'Ask for signatures' }).click()
  await lead.getByRole('combobox', { name: 'Add somebody' }).fill('Mina')
  await lead.getByRole('option', { name: /Mina Ferris/ }).click()
  await lead.getByRole('combobox', { name: 'Add somebody' }).fill('Toni')
  await lead.getByRole('option', { name: /Toni/ }).click()
  await lead.getByLabel('Mina Ferris signs as (optional)').fill('Patient')
  await expectAccessible(lead, 'asking')
  await picture(lead, 'signatures-ask')
  await lead.getByRole('button', { name: 'Ask them' }).click()
  await lead.getByText('0 of 2 signed').waitFor()

  const phone = await stage.open('portal', {
    viewport: PHONE,
    isMobile: true,
    hasTouch: true,
    locale: 'es-MX',
  })
  await phone.goto(`${stage.url}/portal/signatures`)
  await phone.getByRole('link', { name: /Hand hygiene/ }).click()
  await phone.getByRole('button', { name: 'No firmo' }).click()
  await phone.getByLabel('¿Por qué no?').fill('Primero quiero preguntar')
  await expectAccessible(phone, 'declining')
  await picture(phone, 'signatures-portal-decline')
  await phone.getByRole('dialog').getByRole('button', { name: 'No firmo' }).click()
  await phone.getByText('No ha firmado.').waitFor()
  await picture(phone, 'signatures-portal-declined')
  await lead.getByText('Declined', { exact: true }).waitFor()
  await lead.getByText('Why: Primero quiero preguntar').waitFor()
  await picture(lead, 'signatures-declined')
}, 300_000)
