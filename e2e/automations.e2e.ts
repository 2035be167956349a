import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectFits, PHONE, type Stage, startStage, switchScheme } from './demo.ts'
import { callAs } from './desk-mail.ts'

// A rule of the desk, made by mouse and keys and tried on a ticket, and a ticket that it changes by itself.

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
})
afterAll(() => stage?.stop())

/** For whoever wants to look at what the test sees. */
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES && page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png` })
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })

async function choose(page: Page, label: string, ...options: string[]): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).last().click()
  for (const name of options) await page.getByRole('option', { name, exact: true }).click()
  await page.keyboard.press('Tab')
}

it('is made, tried, ordered by keys and switched off, and does what it says', async () => {
  const page = await stage.open('service-desk-lead')
  await page.goto(`${stage.url}/desk-settings?tab=automations`)
  await page.getByText('No automations yet').waitFor()
  await expectAccessible(page, 'no automations')
  await picture(page, 'automations-empty')
  await page.getByRole('button', { name: 'New rule' }).first().click()
  const editor = page.getByRole('dialog', { name: 'New rule' })
  await editor.getByLabel('Name', { exact: true }).fill('Scanners at once')
  await editor.getByRole('button', { name: 'Save' }).click()
  await editor.getByText('Choose what it does, and fill it in').waitFor()
  await choose(page, 'Add a condition', 'Has one of the tags')
  await editor.getByRole('combobox', { name: 'Has one of the tags' }).fill('scanner')
  await page.keyboard.press('Enter')
  await choose(page, 'Add a condition', 'Priority')
  await choose(page, 'Priority', 'Normal', 'Low')
  await choose(page, 'Add something to do', 'Set the urgency')
  await choose(page, 'Set the urgency', 'Work stands still')
  await choose(page, 'Add something to do', 'Write a reply or a note')
  await editor.getByLabel('Text', { exact: true }).fill('We look at it now.')
  await expectAccessible(page, 'the rule editor')
  await picture(page, 'automation-editor')

  const before = await callAs(page, 'POST', '/tickets', {
    subject: 'Old scanner',
    tags: ['scanner'],
    urgency: 1,
    impact: 1,
  })
  await editor.getByLabel('Try the conditions on a ticket').fill(String(before.number))
  await editor.getByRole('button', { name: 'Try', exact: true }).click()
  await editor.getByText('Has one of the tags: holds').waitFor()
  await editor.getByText('Priority: does not hold').waitFor()
  await picture(page, 'automation-trial')
  await editor.getByRole('button', { name: 'Save' }).click()
  await gone(page)
  await page.getByText('Set the urgency: Work stands still · reply to the requester').waitFor()

  const ticket = await callAs(page, 'POST', '/tickets', { subject: 'Scanner is silent', tags: ['Scanner'] })
  await page.goto(`${stage.url}/tickets/${ticket.id}`)
  await page.getByText('We look at it now.').waitFor()
  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByText('By rule “Scanners at once”').first().waitFor()
  await picture(page, 'automation-history')

  await page.goto(`${stage.url}/desk-settings?tab=automations`)
  await callAs(page, 'POST', '/ticket-rules', {
    name: 'Answers reopen nothing',
    on: 'requester-reply',
    position: 1,
    actions: { addTags: ['answered'] },
  })
  await page.reload()
  const list = page.getByRole('list', { name: 'Automations' })
  await list.getByRole('button', { name: 'Move Answers reopen nothing up' }).press('Enter')
  await expect
    .poll(() => list.getByRole('listitem').first().textContent())
    .toContain('Answers reopen nothing')
  const inUse = list.getByRole('switch', { name: 'Scanners at once in use' })
  await expect.poll(() => inUse.isEnabled()).toBe(true)
  await inUse.press('Space')
  await list.getByText('Off', { exact: true }).waitFor()
  await page.reload()
  await list.getByText('Off', { exact: true }).waitFor()
  await expect
    .poll(() => list.getByRole('listitem').first().textContent())
    .toContain('Answers reopen nothing')
  await expectAccessible(page, 'automations')
  await picture(page, 'automations')
  await switchScheme(page, 'dark')
  await expectAccessible(page, 'automations, dark', 'colors')
  await picture(page, 'automations-dark')
  await page.setViewportSize(PHONE)
  await expectFits(page, 'automations on a phone')
  await picture(page, 'automations-phone-dark')
  await page.getByRole('button', { name: 'Scanners at once', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).waitFor()
  await expectFits(page, 'the editor on a phone')
  await picture(page, 'automation-editor-phone-dark')
  await switchScheme(page, 'light')
  await picture(page, 'automation-editor-phone')
  await page.context().close()
})

it('is opened again and again, at a time that is shown before it is kept', async () => {
  const page = await stage.open('service-desk-lead')
  await page.goto(`${stage.url}/desk-settings?tab=recurring`)
  await page.getByText('No recurring tickets yet').waitFor()
  await callAs(page, 'POST', '/ticket-templates', { name: 'Look at the backups', subject: 'Backups' })
  await page.reload()
  await page.getByRole('button', { name: 'New recurring ticket' }).first().click()
  const editor = page.getByRole('dialog', { name: 'New recurring ticket' })
  await editor.getByLabel('Name', { exact: true }).fill('Weekly backups')
  await editor.getByRole('button', { name: 'Save' }).click()
  await editor.getByText('Choose what it opens').waitFor()
  await choose(page, 'Template', 'Look at the backups')
  await editor.getByText('Friday', { exact: true }).click()
  await editor.getByLabel('At', { exact: true }).fill('7:30')
  await editor.getByRole('combobox', { name: 'Time zone' }).fill('New_York')
  await page.getByRole('option', { name: 'America/New_York' }).click()
  await expect.poll(() => editor.getByRole('listitem').count()).toBe(5)
  await editor
    .getByText(/7:30 AM E[SD]T$/)
    .first()
    .waitFor()
  await expectAccessible(page, 'the editor of a recurring ticket')
  await picture(page, 'recurring-editor')
  await choose(page, 'Days, weeks or months', 'months')
  await editor.getByText('On a weekday').click()
  // Five first Mondays: none is in the second week of its month.
  const shown = async () => (await editor.getByRole('listitem').allTextContents()).join(' ')
  await expect.poll(shown).toMatch(/^(Mon, \w+ [1-7], \d{4}, 7:30 AM E[SD]T ?){5}$/)
  await picture(page, 'recurring-editor-month')
  await expectAccessible(page, 'the editor, by months')
  await choose(page, 'Days, weeks or months', 'weeks')
  await editor.getByRole('button', { name: 'Save' }).click()
  await gone(page)
  const list = page.getByRole('list', { name: 'Recurring tickets' })
  await list
    .getByText('Look at the backups, every week on Monday and Friday at 07:30 (America/New_York)')
    .waitFor()
  await list.getByText(/^Next: .*7:30 AM E[SD]T$/).waitFor()
  await expectAccessible(page, 'recurring tickets')
  await picture(page, 'recurring')
  await list.getByRole('switch', { name: 'Weekly backups comes' }).press('Space')
  await list.getByText('Paused', { exact: true }).waitFor()
  await page.setViewportSize(PHONE)
  await switchScheme(page, 'dark')
  await expectAccessible(page, 'recurring tickets, dark', 'colors')
  await expectFits(page, 'recurring tickets on a phone')
  await picture(page, 'recurring-phone-dark')
  await page.getByRole('button', { name: 'Weekly backups', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).waitFor()
  await expectFits(page, 'the editor on a phone')
  await switchScheme(page, 'light')
  await picture(page, 'recurring-editor-phone')
  await page.context().close()
})
