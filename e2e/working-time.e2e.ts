import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, PHONE, type Stage, startStage } from './demo.ts'

// Working time from the timer to the invoice: a technician works and submits, the lead of the desk approves.

let stage: Stage
let technician: Page
let lead: Page

/** Where no day begins or ends within the hour, and the day is that of UTC, by which the demonstration is made. */
const hour = new Date().getUTCHours()
const timezoneId = hour === 0 ? 'Etc/GMT-1' : hour === 23 ? 'Etc/GMT+1' : 'UTC'

beforeAll(async () => {
  stage = await startStage({ demo: true })
  await stage.asOwner('update organizations set time_zone = $1', [timezoneId])
  const open = (who: string) => stage.open(who, { timezoneId })
  ;[technician, lead] = await Promise.all([open('technician'), open('service-desk-lead')])
})
afterAll(() => stage?.stop())

const dialog = (page: Page) => page.getByRole('dialog')
const told = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text }).first().waitFor()
const entries = (n: number) => (n === 1 ? '1 entry' : `${n} entries`)
const inputDay = (page: Page) => page.evaluate<string>("new Date().toLocaleDateString('sv')")

async function goToTicket(page: Page, number: number): Promise<void> {
  const [row] = (await stage.asOwner('select id from tickets where number = $1', [number])) as {
    id: string
  }[]
  await page.goto(`${stage.url}/tickets/${row!.id}`)
  await page.getByRole('heading', { level: 2, name: 'Time', exact: true }).waitFor()
}

describe('a timer', () => {
  it('runs on a ticket, goes along to others, is switched there and stopped from anywhere', async () => {
    await goToTicket(technician, 2)
    await technician.getByRole('button', { name: 'Start the timer' }).click()
    const chip = technician.getByRole('link', { name: 'Timer runs on #2: open it' })
    await chip.waitFor()
    await stage.asOwner("update timers set started_at = started_at - interval '29 minutes 30 seconds'")
    await goToTicket(technician, 1)
    await technician.getByRole('button', { name: 'Switch to this ticket' }).click()
    await told(technician, /30 min kept as a draft on #2/)
    await technician.getByRole('link', { name: 'Timer runs on #1: open it' }).waitFor()
    await stage.asOwner("update timers set started_at = started_at - interval '44 minutes 30 seconds'")
    await technician.goto(`${stage.url}/clients`)

    // By keyboard alone: the stop, the note, the Enter.
    await technician.getByRole('button', { name: 'Stop the timer' }).focus()
    await technician.keyboard.press('Enter')
    await dialog(technician).waitFor()
    const time = dialog(technician).getByLabel('Time', { exact: true })
    expect(await time.inputValue()).toBe('0:45')
    // The ticket's client has one contract that runs today, so that is the one meant.
    expect(await dialog(technician).getByRole('combobox', { name: 'Contract' }).inputValue()).toBe(
      'Managed support',
    )
    await expectAccessible(technician, 'the stop of the timer')
    await time.fill('soon')
    await technician.keyboard.press('Enter')
    await dialog(technician).getByText('Write it as 1:30, 90 or 1h 30m').waitFor()
    await time.fill('1h 30m')
    await technician.keyboard.press('Enter')
    await told(technician, /1 h 30 min kept as a draft on #1/)
    await dialog(technician).waitFor({ state: 'detached' })
    await technician.getByRole('button', { name: 'Stop the timer' }).waitFor({ state: 'detached' })
  })

  it('has its place on a phone, with a stop', async () => {
    await technician.setViewportSize(PHONE)
    await goToPhoneTicket(technician)
    await technician.getByRole('button', { name: 'Start the timer' }).click()
    await technician.getByRole('link', { name: 'Timer runs on #3: open it' }).waitFor()
    await expectFits(technician, 'a ticket with a running timer')
    await technician.getByRole('button', { name: 'Stop the timer' }).click()
    await dialog(technician).getByRole('button', { name: 'Throw it away' }).click()
    await told(technician, /thrown away/)
    await technician.setViewportSize(DESK)
  })
})

async function goToPhoneTicket(page: Page): Promise<void> {
  const [row] = (await stage.asOwner('select id from tickets where number = 3')) as { id: string }[]
  await page.goto(`${stage.url}/tickets/${row!.id}?tab=details`)
  await page.getByRole('heading', { level: 2, name: 'Time', exact: true }).waitFor()
}

describe('time on a ticket', () => {
  it('is added, changed and removed there, with a total', async () => {
    await goToTicket(technician, 12)
    await technician.getByText('No time on this ticket yet.').waitFor()
    await technician.getByRole('button', { name: 'Add time' }).click()
    await expectAccessible(technician, 'adding time')
    await dialog(technician).getByLabel('Time', { exact: true }).fill('1:15')
    await dialog(technician).getByLabel('Note (optional)').fill('Changed the cable')
    await dialog(technician).getByRole('button', { name: 'Add time' }).click()
    await technician.getByText('1 h 15 min in all, all of it billable').waitFor()
    await technician.getByRole('button', { name: '1 h 15 min on #12: actions' }).click()
    await technician.getByRole('menuitem', { name: 'Change' }).click()
    await dialog(technician).getByRole('checkbox', { name: 'Billable' }).uncheck()
    await dialog(technician).getByRole('button', { name: 'Save' }).click()
    await technician.getByText('1 h 15 min in all, 0 min billable').waitFor()
    await technician.getByRole('button', { name: '1 h 15 min on #12: actions' }).click()
    await technician.getByRole('menuitem', { name: 'Remove' }).click()
    await dialog(technician).getByRole('button', { name: 'Remove' }).click()
    await technician.getByText('No time on this ticket yet.').waitFor()
  })
})

describe('a week', () => {
  it('is submitted, and its author changes it no more', async () => {
    await technician.goto(`${stage.url}/timesheet`)
    await technician.getByRole('button', { name: 'Submit week' }).click()
    await dialog(technician).getByRole('button', { name: 'Submit' }).click()
    await told(technician, /submitted/)
    await technician.getByText(/^Submitted: /).waitFor()
    await technician.getByRole('button', { name: 'Submit week' }).waitFor({ state: 'detached' })
    await expect.poll(() => technician.getByRole('button', { name: /: actions$/ }).count()).toBe(0)
  })

  it('goes back to its author in part, with the reason, and is approved for the rest', async () => {
    await lead.goto(`${stage.url}/timesheet/approvals`)
    const rows = lead.getByRole('row').filter({ hasText: 'Toni Castellan' })
    await rows.last().getByRole('link').click()
    await lead.getByRole('heading', { level: 1, name: 'Week of Toni Castellan' }).waitFor()
    const boxes = lead.getByRole('checkbox')
    await boxes.first().waitFor()
    const all = await boxes.count()
    const switched = lead.getByRole('checkbox', { name: /^30 min on #2/ }).first()
    await lead.getByText(`${all} of ${entries(all)} chosen`).waitFor()

    // Everything but one is left out, and that one is rejected.
    for (const box of await boxes.all()) await box.uncheck()
    expect(await lead.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true)
    await switched.check()
    await lead.getByRole('button', { name: 'Reject…' }).click()
    await expectAccessible(lead, 'a rejection')
    await dialog(lead).getByLabel('Reason').fill('Which account was it?')
    await dialog(lead).getByRole('button', { name: 'Reject' }).click()
    await told(lead, /1 entry rejected/)
    await lead.getByText(`0 of ${entries(all - 1)} chosen`).waitFor()
    for (const box of await boxes.all()) await box.check()
    await lead.getByRole('button', { name: 'Approve' }).click()
    await told(lead, /approved/)
    await lead.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' })

    await technician.goto(`${stage.url}/timesheet`)
    await technician.getByText('Which account was it?').waitFor()
    await technician.getByText('One entry was rejected').waitFor()
    await technician.getByRole('button', { name: '30 min on #2: actions' }).click()
    await technician.getByRole('menuitem', { name: 'Change' }).click()
    await dialog(technician).getByLabel('Note (optional)').fill('The account of the lab')
    await dialog(technician).getByRole('button', { name: 'Save' }).click()
    await technician.getByRole('button', { name: 'Submit week' }).waitFor()
  })

  it('is never approved by its own author', async () => {
    await lead.goto(`${stage.url}/timesheet`)
    await lead.getByRole('button', { name: 'Submit week' }).click()
    await dialog(lead).getByRole('button', { name: 'Submit' }).click()
    await told(lead, /submitted/)
    await lead.goto(`${stage.url}/timesheet/approvals`)
    await lead.getByRole('heading', { level: 1 }).waitFor()
    expect(await lead.getByRole('row').filter({ hasText: 'Lena Abara' }).count()).toBe(0)
    const [me] = (await stage.asOwner("select id from users where email like 'service-desk-lead@%'")) as {
      id: string
    }[]
    await lead.goto(`${stage.url}/timesheet/approvals/${me!.id}/${await inputDay(lead)}`)
    await lead.getByText('Somebody else decides about your time.').waitFor()
    expect(await lead.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  })
})

describe('contracts', () => {
  it('show what was approved, and leave for invoices with a purpose that the log keeps', async () => {
    await lead.goto(`${stage.url}/contracts`)
    await lead.getByRole('button', { name: 'Managed support: actions' }).click()
    await lead.getByRole('menuitem', { name: 'Use by period' }).click()
    await dialog(lead).getByRole('table', { name: 'Use by period' }).waitFor()
    await expectAccessible(lead, 'the use of a contract')
    await lead.keyboard.press('Escape')

    await lead.getByRole('button', { name: 'Export for invoices' }).click()
    await dialog(lead).getByRole('button', { name: 'Export' }).click()
    await dialog(lead).getByText('Say who gets it and what for').waitFor()
    await expectAccessible(lead, 'the export')
    await dialog(lead)
      .getByLabel('Last day')
      .fill(await inputDay(lead))
    await dialog(lead).getByRole('combobox', { name: 'Contract (optional)' }).click()
    await lead.getByRole('option', { name: /^Managed support/ }).click()
    await dialog(lead).getByLabel('Purpose').fill('Invoices of the month')
    const saved = lead.waitForEvent('download')
    await dialog(lead).getByRole('button', { name: 'Export' }).click()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^time-.*\.csv$/)
    const csv = await readFile((await download.path())!, 'utf8')
    expect(csv).toContain(
      'date,ticket,worked_on_ticket,client_id,client,contract,technician,minutes,billed_minutes,included_minutes,charged_minutes,rate,',
    )
    expect(csv).toMatch(/,Managed support,Toni Castellan,90,90,90,0,95\.00,0\.00,USD,[\w-]{36},1\r\n/)
    expect(csv).not.toContain('Support on call')
    const events = await stage.asOwner("select 1 from audit_events where action = 'time.export'")
    expect(events).toHaveLength(1)

    // What was marked is exported again only as the run that it was, and is invoiced anew once that is taken back.
    await lead.getByRole('button', { name: 'Export for invoices' }).click()
    await dialog(lead).getByRole('combobox', { name: 'What' }).click()
    await lead.getByRole('option', { name: /^Again: run 1 of/ }).click()
    await expectAccessible(lead, 'an export once more')
    await dialog(lead).getByRole('button', { name: 'Take this run back…' }).click()
    const asks = lead.getByRole('dialog', { name: /^Take run 1/ })
    await asks.getByRole('textbox', { name: 'Why' }).fill('For the wrong month')
    await asks.getByRole('button', { name: 'Take it back' }).click()
    await told(lead, /may be invoiced again/)
  })

  it('are made, changed and deleted', async () => {
    await lead.goto(`${stage.url}/contracts`)
    await lead.getByRole('button', { name: 'New contract' }).click()
    await expectAccessible(lead, 'a new contract')
    await dialog(lead).getByRole('combobox', { name: 'Client' }).fill('oa')
    await lead.getByRole('option').first().click()
    await dialog(lead).getByLabel('Name').fill('Silver support')
    await dialog(lead).getByLabel('Hours included').fill('2.5')
    await dialog(lead).getByRole('button', { name: 'Save' }).click()
    await lead.getByText('0 min of 2 h 30 min used').waitFor()
    await lead.getByRole('button', { name: 'Silver support: actions' }).click()
    await lead.getByRole('menuitem', { name: 'Change' }).click()
    await dialog(lead).getByLabel('Name').fill('Managed support')
    await dialog(lead).getByRole('button', { name: 'Save' }).click()
    await dialog(lead)
      .getByText(/is taken already/i)
      .waitFor()
    await dialog(lead).getByLabel('Name').fill('Bronze support')
    await dialog(lead).getByRole('button', { name: 'Save' }).click()
    await lead.getByRole('button', { name: 'Bronze support: actions' }).click()
    await lead.getByRole('menuitem', { name: 'Delete' }).click()
    await dialog(lead).getByRole('button', { name: 'Delete' }).click()
    await told(lead, /deleted/)
    await lead.getByRole('button', { name: 'Managed support: actions' }).click()
    await lead.getByRole('menuitem', { name: 'Delete' }).click()
    await dialog(lead).getByRole('button', { name: 'Delete' }).click()
    await dialog(lead).getByText('Time was counted to this contract').waitFor()
  })
})
