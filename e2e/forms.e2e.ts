import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectFits, PHONE, type Stage, startStage, switchScheme } from './demo.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
}, 180_000)
afterAll(() => stage?.stop())

/** For whoever wants to look at what the test sees. */
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES &&
  page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png`, fullPage: true })

/** Adds a question and says what it asks. */
async function addQuestion(page: Page, kind: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  await page.getByLabel(kind === 'Heading' ? 'Heading' : 'Question', { exact: true }).fill(words)
}

it('is built by keyboard and mouse, sent, filled in on a phone over a bad line, and taken over into the record', async () => {
  const builder = await stage.open('care-coordinator')
  await builder.goto(`${stage.url}/forms`)
  await picture(builder, 'forms-empty')
  await builder.getByRole('button', { name: 'New form' }).first().click()
  await builder.getByLabel('Title').fill('Before your fitting')
  await builder.getByRole('button', { name: 'Begin' }).click()
  await builder.getByRole('heading', { level: 1, name: 'Before your fitting' }).waitFor()
  await addQuestion(builder, 'Short text', 'First name')
  await builder.getByRole('combobox', { name: 'Filled in from the record (optional)' }).click()
  await builder.getByRole('option', { name: 'First name' }).click()
  await addQuestion(builder, 'Yes or no', 'Are you in pain?')
  await builder.getByLabel('Must be answered').check()
  await addQuestion(builder, 'Long text', 'Where does it hurt?')
  await builder.getByLabel('Question in Spanish (optional)').fill('¿Dónde le duele?')
  await builder.getByLabel('Must be answered').check()
  await builder.getByRole('button', { name: 'Show it on a condition' }).click()
  await builder.getByRole('combobox', { name: 'Condition 1: question' }).waitFor()
  await addQuestion(builder, 'Files or pictures', 'A picture of it')
  await addQuestion(builder, 'Signature', 'Your signature')
  await expectAccessible(builder, 'the builder')
  await picture(builder, 'forms-builder')
  // By keyboard: the signature goes up one place, and back.
  await builder.getByRole('button', { name: 'Move Your signature up' }).press('Enter')
  await builder.getByRole('button', { name: 'Move Your signature down' }).press('Enter')
  await builder.getByRole('button', { name: 'Save', exact: true }).click()
  await builder.getByText('Saved', { exact: true }).waitFor()
  await builder.getByRole('button', { name: 'Publish version 1' }).click()
  await builder.getByText('Version 1', { exact: true }).waitFor()
  const formAddress = builder.url()
  const small = await stage.open('care-coordinator', { viewport: PHONE, isMobile: true, hasTouch: true })
  await small.goto(formAddress)
  await small.getByRole('heading', { level: 1, name: 'Before your fitting' }).waitFor()
  await expectFits(small, 'the builder on a phone')
  await picture(small, 'forms-builder-phone')
  await small.context().close()

  const [tie] = (await stage.asOwner('select client_id from portal_clients limit 1')) as {
    client_id: string
  }[]
  const staff = await stage.open('clinician')
  await staff.goto(`${stage.url}/clients/${tie!.client_id}?tab=forms`)
  await staff.getByRole('button', { name: 'Send or fill in a form' }).first().click()
  await staff.getByRole('combobox', { name: 'Form', exact: true }).click()
  await staff.getByRole('option', { name: 'Before your fitting' }).click()
  await staff.getByLabel('Mina Ferris').check()
  await expectAccessible(staff, 'sending')
  await picture(staff, 'forms-send')
  await staff.getByRole('button', { name: 'Send', exact: true }).click()
  await staff.getByRole('link', { name: 'Before your fitting' }).waitFor()

  const phone = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
  await phone.goto(`${stage.url}/portal`)
  await phone.getByRole('link', { name: /Before your fitting/ }).waitFor()
  await picture(phone, 'forms-portal-home')
  await phone.goto(`${stage.url}/portal/forms`)
  await phone.getByRole('link', { name: /Before your fitting/ }).waitFor()
  await expectAccessible(phone, 'forms')
  await expectFits(phone, 'forms')
  await picture(phone, 'forms-portal')
  await phone.getByRole('link', { name: /Before your fitting/ }).click()
  const first = phone.getByLabel(/^First name/)
  expect(await first.inputValue()).not.toBe('')
  await first.fill('Minerva')
  // The network goes while one writes: nothing is lost, and it is saved when it is back.
  await phone.context().setOffline(true)
  await phone.getByText('Yes', { exact: true }).click()
  await phone.getByLabel('Where does it hurt?').fill('Below the left knee')
  await phone.getByText(/No connection/).waitFor()
  await picture(phone, 'forms-offline')
  await phone.context().setOffline(false)
  await phone.getByText('Saved', { exact: true }).waitFor()
  await phone.reload()
  expect(await phone.getByLabel('Where does it hurt?').inputValue()).toBe('Below the left knee')
  await phone.getByLabel('Where does it hurt?').fill('')
  await phone.getByRole('button', { name: 'Hand in' }).click()
  await phone.getByText('Please look at these answers again:').waitFor()
  await expectAccessible(phone, 'what is missing')
  await picture(phone, 'forms-missing')
  await phone.getByLabel('Where does it hurt?').fill('Below the right knee')
  const path = join(tmpdir(), 'knee.txt')
  await writeFile(path, 'A note about the knee')
  await phone.getByRole('button', { name: 'Take a picture' }).waitFor()
  const [chooser] = await Promise.all([
    phone.waitForEvent('filechooser'),
    phone.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles(path)
  await phone.getByText('knee.txt').waitFor()
  await phone.getByText('Type', { exact: true }).click()
  await phone.getByLabel('Your name').fill('Mina Ferris')
  await expectAccessible(phone, 'a form that is filled in')
  await expectFits(phone, 'a form that is filled in')
  await picture(phone, 'forms-filled')
  await phone.getByRole('button', { name: 'Hand in' }).click()
  await phone.getByText('Thank you. It is with your care team now.').waitFor()
  await expectAccessible(phone, 'what was handed in')
  await picture(phone, 'forms-thanks')

  // The screen of the care team follows by itself.
  await staff.getByText('Handed in', { exact: true }).last().waitFor()
  await staff.getByRole('link', { name: 'Before your fitting' }).click()
  await staff.getByText('Below the right knee').waitFor()
  await staff.getByText('Changes for the record').waitFor()
  await expectAccessible(staff, 'answers')
  await picture(staff, 'forms-answers')
  await staff.getByRole('button', { name: 'Take over First name' }).click()
  await staff.getByText('Changes for the record').waitFor({ state: 'detached' })
  await staff.goto(`${stage.url}/clients/${tie!.client_id}`)
  await staff.getByText('Minerva').first().waitFor()
  await staff.goto(`${stage.url}/clients/${tie!.client_id}?tab=forms`)
  await staff.getByRole('link', { name: 'Before your fitting' }).waitFor()
  await picture(staff, 'forms-client-tab')
  await switchScheme(staff, 'dark')
  await staff.goto(formAddress)
  await staff.getByRole('link', { name: /./ }).first().waitFor()
  await picture(staff, 'forms-answers-tab-dark')
}, 400_000)

it('goes along in a secure conversation, chosen on a phone, and is opened by the care team', async () => {
  const phone = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
  await phone.goto(`${stage.url}/portal/messages/new`)
  await phone.getByLabel('Subject').fill('The brace')
  await phone.getByLabel('Your message').fill('It rubs.')
  await phone.getByRole('button', { name: 'Send' }).click()
  await phone.waitForURL(/\/portal\/messages\/[0-9a-f-]{36}/)
  await phone.getByText('It rubs.').waitFor()
  await phone.getByRole('button', { name: 'Take a picture' }).waitFor()
  const path = join(tmpdir(), 'brace.txt')
  await writeFile(path, 'Where the brace rubs')
  const [chooser] = await Promise.all([
    phone.waitForEvent('filechooser'),
    phone.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles(path)
  await phone.getByRole('button', { name: 'Remove brace.txt' }).waitFor()
  await expectAccessible(phone, 'a composer with a file')
  await expectFits(phone, 'a composer with a file')
  await picture(phone, 'messages-attaching')
  await phone.getByRole('button', { name: 'Send' }).click()
  await phone.getByRole('link', { name: 'Save brace.txt' }).waitFor()
  await picture(phone, 'messages-attached')
  const staff = await stage.open('clinician')
  await staff.goto(`${stage.url}/messages`)
  await staff.getByRole('link', { name: 'The brace' }).click()
  const [download] = await Promise.all([
    staff.waitForEvent('download'),
    staff.getByRole('link', { name: 'Save brace.txt' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('brace.txt')
  await expectAccessible(staff, 'a conversation with a file')
  await picture(staff, 'messages-staff')
}, 200_000)
