import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectFits, PHONE, type Stage, startStage, switchScheme } from './demo.ts'
import { callAs } from './desk-mail.ts'

// The settings of the desk, made one after another by mouse and keys, and a ticket that goes by them.

let stage: Stage
beforeAll(async () => {
  stage = await startStage({ demo: true })
})
afterAll(() => stage?.stop())

/** For whoever wants to look at what the test sees. */
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES && page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png` })
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })

/** Chooses in a select or a multi-select, and closes what it opened. */
async function choose(page: Page, label: string | RegExp, ...options: string[]): Promise<void> {
  const field = page.getByRole('combobox', { name: label }).or(page.getByRole('textbox', { name: label }))
  await field.last().click()
  for (const name of options) await page.getByRole('option', { name, exact: true }).click()
  await page.keyboard.press('Tab')
}

async function open(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(stage.url + path)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
}

/** The steps of a checklist in their order. */
async function titles(page: Page): Promise<string[]> {
  const fields = page.getByRole('list', { name: 'Steps' }).getByRole('textbox', { name: /^Step/ })
  return Promise.all((await fields.all()).map((f) => f.inputValue()))
}

describe('the settings of the desk', () => {
  it('make a flow, a type, a queue and a checklist', async () => {
    const page = await stage.open('administrator')

    await open(page, '/desk-settings', 'Desk settings')
    await page.getByRole('tab', { name: 'Flows' }).click()
    await page.getByRole('button', { name: 'New flow' }).click()
    const flow = dialog(page, 'New flow')
    await flow.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Hardware')
    await flow.getByRole('button', { name: 'Add a status' }).click()
    const statuses = flow.getByRole('list', { name: 'Statuses' }).getByRole('listitem')
    const added = statuses.last()
    await added.getByRole('textbox', { name: 'Name' }).fill('Waiting for parts')
    expect(await added.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('waiting-for-parts')
    // A first status that is closed is refused at its field.
    const first = statuses.first()
    await first.getByRole('combobox', { name: 'Counts as' }).click()
    await page.getByRole('option', { name: 'Closed', exact: true }).click()
    await flow.getByRole('button', { name: 'Save' }).click()
    await first.getByText('A ticket can’t start as resolved or closed').waitFor()
    await first.getByRole('combobox', { name: 'Counts as' }).click()
    await page.getByRole('option', { name: 'New', exact: true }).click()
    await added.getByRole('combobox', { name: 'Counts as' }).click()
    await page.getByRole('option', { name: 'Waiting: clocks pause' }).click()
    // By keys, up from the end to behind the first status; the focus goes with the button.
    await added.getByRole('button', { name: 'Move Waiting for parts up' }).focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Enter')
    await flow
      .getByRole('listitem')
      .nth(1)
      .getByRole('button', { name: 'Move Waiting for parts up' })
      .waitFor()
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Move Waiting for parts up',
    )
    const parts = statuses.nth(1)
    await parts.getByRole('combobox', { name: 'From here to' }).click()
    await page.getByRole('option', { name: 'In progress', exact: true }).click()
    await page.keyboard.press('Tab')
    await flow.getByRole('img', { name: /Waiting for parts to In progress/ }).waitFor()
    await expectAccessible(page, 'the flow editor')
    await flow.getByRole('button', { name: 'Save' }).click()
    await gone(page)
    await page.getByRole('list', { name: 'Flows' }).getByText('Waiting for parts').waitFor()

    await page.getByRole('tab', { name: 'Types' }).click()
    await page.getByRole('button', { name: 'New type' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Broken device')
    await choose(page, 'Flow', 'Hardware')
    await choose(page, 'Impact to begin with', 'A team')
    await choose(page, 'Urgency to begin with', 'Work is slowed')
    await page.getByRole('button', { name: 'Save' }).click()
    await gone(page)
    await page.getByText('Flow: Hardware · begins with normal priority').waitFor()

    await page.getByRole('tab', { name: 'Queues' }).click()
    await page.getByRole('button', { name: 'New queue' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Devices')
    await page.keyboard.press('Enter')
    await page.getByText('Choose who may see what comes in here').waitFor()
    await choose(page, 'Client group that is its wall', 'Service desk')
    await choose(page, /^Type of new tickets/, 'Broken device')
    await page.getByRole('button', { name: 'Save' }).click()
    await gone(page)
    await page.getByText('makes Broken device').waitFor()

    await page.getByRole('tab', { name: 'Checklists' }).click()
    await page.getByRole('button', { name: 'New checklist' }).first().click()
    const list = dialog(page, 'New checklist')
    await list.getByLabel('Name', { exact: true }).fill('Take a device out of use')
    await choose(page, /^On every ticket of the type/, 'Broken device')
    await list.getByLabel('Step 1', { exact: true }).fill('Wipe the disk')
    await list.getByLabel('Two people').check()
    for (const [at, title] of ['Strike it off the list', 'Tell the requester'].entries()) {
      await list.getByRole('button', { name: 'Add a step' }).click()
      await list.getByLabel(`Step ${at + 2}`, { exact: true }).fill(title)
    }
    await list.getByLabel('Required').nth(2).uncheck()
    // With the mouse: the last step is taken by its handle to the top.
    const items = list.getByRole('list', { name: 'Steps' }).getByRole('listitem')
    await items
      .nth(2)
      .locator('[data-handle]')
      .dragTo(items.first(), { targetPosition: { x: 40, y: 4 } })
    await expect
      .poll(() => titles(page))
      .toEqual(['Tell the requester', 'Wipe the disk', 'Strike it off the list'])
    await list.getByRole('button', { name: 'Move Tell the requester down' }).press('Enter')
    await expect
      .poll(() => titles(page))
      .toEqual(['Wipe the disk', 'Tell the requester', 'Strike it off the list'])
    await expectAccessible(page, 'the checklist editor')
    await list.getByRole('button', { name: 'Save' }).click()
    await gone(page)
    await page.getByText('3 steps · 1 by two people · on every Broken device').waitFor()
    await page.context().close()
  })

  it('promise times, by a policy that can be tried out', async () => {
    const page = await stage.open('administrator')
    await open(page, '/service-levels', 'Service levels')
    await page.getByRole('button', { name: 'New policy' }).click()
    const policy = dialog(page, 'New policy')
    await policy.getByLabel('Name', { exact: true }).fill('Devices at once')
    await choose(page, 'Types', 'Broken device')
    await policy.getByLabel('Normal: first answer within').fill('3 h')
    await policy.getByLabel('Normal: resolved within').fill('90')
    await policy.getByLabel('Normal: around the clock').check()
    await policy.getByRole('button', { name: 'Save' }).click()
    await policy.getByText('Must not be longer than the resolution').waitFor()
    await policy.getByLabel('Normal: first answer within').fill('30 min')
    await policy.getByRole('button', { name: 'Add a step' }).click()
    await expectAccessible(page, 'the policy editor')
    await policy.getByRole('button', { name: 'Save' }).click()
    await gone(page)
    await page.getByText('answered in 30 min, resolved in 1 h 30 min').waitFor()

    await page.getByRole('tab', { name: 'Try it out' }).click()
    await choose(page, 'Type', 'Broken device')
    await page.getByText('Comes under Devices at once').waitFor()
    await choose(page, 'Type', 'Incident')
    await page.getByText('Comes under Standard').waitFor()

    await page.getByRole('tab', { name: 'Calendars' }).click()
    await page.getByRole('button', { name: 'Office hours', exact: true }).click()
    await page.getByRole('button', { name: 'Add hours on Saturday' }).click()
    await page.getByLabel('Saturday, from').fill('9')
    await page.getByLabel('Saturday, to').fill('8')
    await page.getByRole('button', { name: 'Add hours on Saturday' }).click()
    await page.getByLabel('Saturday, from').nth(1).fill('10')
    await page.getByLabel('Saturday, to').nth(1).fill('12')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Overlaps other hours of the day', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove these hours of Saturday' }).nth(0).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await gone(page)
    await page.getByText('Sat 10:00–12:00').waitFor()
    await page.context().close()
  })

  it('give a technician a macro by the keyboard alone, and a ticket that goes by all of it', async () => {
    const page = await stage.open('technician')
    await open(page, '/macros', 'Macros')
    await page.keyboard.press('n')
    await dialog(page, 'New macro').waitFor()
    await page.keyboard.type('Parts are ordered')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Hello ')
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type(', the parts are ordered.')
    await expect
      .poll(() => page.getByLabel('Text (optional)').inputValue())
      .toBe('Hello {{requester.name}}, the parts are ordered.')
    expect(await page.getByText('Share it with everybody').count(), 'sharing needs desk:settings').toBe(0)
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus()
    await page.keyboard.press('Enter')
    await gone(page)
    await page.getByRole('cell', { name: 'replies' }).waitFor()

    await open(page, '/tickets', 'Tickets')
    await page.getByRole('button', { name: 'New ticket' }).click()
    await page.getByLabel('Subject').fill('The scanner does not start')
    await page.getByLabel('Requester’s name (optional)').fill('Rowan Hale')
    await choose(page, 'Queue', 'Devices')
    await choose(page, 'Type', 'Broken device')
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await page.getByRole('heading', { level: 1, name: 'The scanner does not start' }).waitFor()
    const about = page.getByRole('complementary', { name: 'About this ticket' })
    await about.getByText('By the policy Devices at once').waitFor()
    await about.getByText(/^Due in (2\d|30) min$/).waitFor()
    await about.getByText('Wipe the disk').waitFor()
    await about.getByText('two people').waitFor()
    await page.getByRole('button', { name: 'Macro' }).click()
    await page.getByRole('menuitem', { name: 'Parts are ordered' }).click()
    await expect
      .poll(() => page.getByPlaceholder('What the requester should read').inputValue())
      .toBe('Hello Rowan Hale, the parts are ordered.')

    await open(page, '/tickets', 'Tickets')
    await choose(page, 'Order', 'Due first')
    const top = page.getByRole('row').nth(1)
    await top.getByText('The scanner does not start').waitFor()
    await top.getByText(/^Due in \d+ min$/).waitFor()
    await page.context().close()
  })

  it('bring a type’s checklist along when a ticket becomes of it, and let it be taken off', async () => {
    const page = await stage.open('service-desk-lead')
    const made = await callAs(page, 'POST', '/tickets', { subject: 'Scanner is silent' })
    await open(page, `/tickets/${made.id}`, 'Scanner is silent')
    const side = page.getByRole('complementary', { name: 'About this ticket' })
    await side.getByRole('combobox', { name: 'Type' }).click()
    await page.getByRole('option', { name: 'Broken device' }).click()
    await side.getByText('Wipe the disk').waitFor()
    await expectAccessible(page, 'a ticket with a checklist')
    await side.getByRole('button', { name: 'Take off: Take a device out of use' }).click()
    const asks = page.getByRole('dialog')
    await asks.getByRole('textbox').fill('It was only unplugged')
    await asks.getByRole('button', { name: 'Take it off' }).click()
    await side.getByText('No steps on this ticket.').waitFor()
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByText('Type: Incident → Broken device').waitFor()
    await page.getByText('Took a checklist off').waitFor()
    await page.context().close()
  })

  it('set the gate with a reason, and never show a password again', async () => {
    const page = await stage.open('administrator')
    await open(page, '/mail', 'Mail')
    await page.getByRole('tab', { name: 'Sending' }).click()
    await page.getByLabel('Host').fill('127.0.0.1')
    await page.getByLabel('Mail is from').fill('desk@clinic.example')
    await page.getByRole('button', { name: 'Give a login' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('desk')
    await page.getByLabel('Password', { exact: true }).fill('orchard gate 51')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Set. It is never shown.').waitFor()
    expect(await page.content()).not.toContain('orchard gate 51')

    await page.getByRole('tab', { name: 'Gate' }).click()
    await page.getByRole('radio', { name: 'Send a notice instead' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Set the gate' }).press('Enter')
    const ask = dialog(page, 'Hold it until somebody decides?')
    await expectAccessible(page, 'the question about the gate')
    expect(await ask.getByRole('button', { name: 'Set the gate' }).isDisabled()).toBe(true)
    await ask.getByLabel('Why?').fill('We look at each of them ourselves')
    await ask.getByRole('button', { name: 'Set the gate' }).click()
    await gone(page)
    const now = page.getByRole('radio', { name: 'Hold it until somebody decides' })
    await now.getByText('Now').waitFor()
    const [gate] = await stage.asOwner('select gate from mail_settings')
    expect(gate).toEqual({ gate: 'ask' })
    await page.context().close()
  })

  it('are not there for who may not change them', async () => {
    const page = await stage.open('receptionist')
    for (const path of ['/desk-settings', '/service-levels', '/mail', '/mail/held']) {
      await page.goto(stage.url + path)
      await page.getByText('Your roles do not open this page').waitFor()
    }
    expect(await page.getByRole('link', { name: 'Desk settings' }).count()).toBe(0)
    await page.context().close()
  })

  it('make a template, which fills in a new ticket and overwrites nothing that was typed', async () => {
    const lead = await stage.open('administrator')
    await open(lead, '/desk-settings?tab=templates', 'Desk settings')
    await lead.getByRole('button', { name: 'New template' }).first().click()
    const made = dialog(lead, 'New template')
    await made.getByLabel('Name').fill('Lost badge')
    await made.getByLabel('Subject (optional)').fill('A badge was lost')
    await made.getByLabel('What happened (optional)').fill('Born 03/14/1961, SSN 536-22-8145')
    await choose(lead, 'Urgency', 'Work is slowed')
    await expectAccessible(lead, 'a new template')
    await picture(lead, 'template-modal')
    await made.getByRole('button', { name: 'Save' }).click()
    await made
      .getByText(/looks as if it told about a patient/i)
      .first()
      .waitFor()
    await made.getByLabel('What happened (optional)').fill('Whose, and since when?')
    await made.getByRole('button', { name: 'Save' }).click()
    await gone(lead)
    await lead.getByText('“A badge was lost” · urgency: work is slowed · for everybody').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await switchScheme(lead, colorScheme)
      await expectAccessible(lead, `templates, ${colorScheme}`)
    }
    await lead.setViewportSize(PHONE)
    await expectFits(lead, 'templates')
    await picture(lead, 'templates-phone-dark')

    const page = await stage.open('technician')
    await open(page, '/tickets', 'Tickets')
    await page.getByRole('button', { name: 'New ticket' }).click()
    await page.getByRole('textbox', { name: 'Subject' }).fill('Badge gone')
    await choose(page, 'Template (optional)', 'Lost badge')
    await page.getByText('You had filled in: Subject').waitFor()
    const subject = () => page.getByRole('textbox', { name: 'Subject' }).inputValue()
    expect(await subject()).toBe('Badge gone')
    expect(await page.getByLabel('What happened (optional)').inputValue()).toBe('Whose, and since when?')
    await expectAccessible(page, 'a template that asks')
    await picture(page, 'template-asks')
    await page.getByRole('button', { name: 'Take the template’s' }).click()
    await expect.poll(subject).toBe('A badge was lost')
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await page.getByRole('heading', { level: 1, name: 'A badge was lost' }).waitFor()
    await page.getByText('Whose, and since when?').waitFor()
  }, 240_000)
})
