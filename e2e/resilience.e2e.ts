import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, firstClient, type Stage, startStage } from './demo.ts'

// What the app does when things do not go as hoped: two people at one client, a network that goes and comes, a server
// that refuses, an address that leads nowhere.

let stage: Stage
let client: { name: string; path: string }

beforeAll(async () => {
  stage = await startStage({ demo: true })
  const page = await stage.open('clinician')
  client = await firstClient(page, stage.url)
  await page.context().close()
})
afterAll(() => stage?.stop())

async function openClient(who: string): Promise<Page> {
  const page = await stage.open(who)
  await page.goto(stage.url + client.path)
  await page.getByRole('heading', { level: 1, name: client.name }).waitFor()
  return page
}
const editPerson = (page: Page) => page.getByRole('button', { name: 'Edit person' }).click()
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })

describe('two people at one client', () => {
  it('decide what becomes of both changes, and a change can be undone', async () => {
    const [mine, theirs] = await Promise.all([openClient('clinician'), openClient('care-coordinator')])
    await editPerson(mine)
    await mine.getByLabel('Race').fill('Mine')
    await editPerson(theirs)
    await theirs.getByLabel('Marital status').fill('married')
    await save(theirs)
    await closed(theirs)

    await save(mine)
    const conflict = mine.getByRole('alert').filter({ hasText: 'Somebody changed this client' })
    await conflict.getByText(/They changed: marital status/).waitFor()
    await expectAccessible(mine, 'conflict')
    await conflict.getByRole('button', { name: 'Keep editing' }).click()
    expect(await mine.getByLabel('Marital status').inputValue()).toBe('married')
    expect(await mine.getByLabel('Race').inputValue()).toBe('Mine')
    await save(mine)
    await closed(mine)
    await mine.getByText('married', { exact: true }).waitFor()
    await mine.getByText('Mine', { exact: true }).waitFor()

    await mine.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await mine.getByRole('alert').filter({ hasText: 'Undone' }).waitFor()
    await mine.getByText('Mine', { exact: true }).waitFor({ state: 'detached' })
    expect(await mine.getByText('married', { exact: true }).count()).toBe(1)
    for (const page of [mine, theirs]) await page.context().close()
  })

  it('show a wall at once, take it back when the server refuses, and undo it on request', async () => {
    const page = await stage.open('administrator')
    await page.goto(`${stage.url}/teams`)
    const wall = page.getByRole('combobox', { name: 'Front desk and support in Behavioral health' })
    const choose = async (option: string) => {
      await wall.click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    await page.route('**/api/v1/walls/**', (route) =>
      route.fulfill({ status: 503, contentType: 'text/html', body: 'busy' }),
    )
    await choose('Read')
    await page.getByRole('alert').filter({ hasText: 'The wall could not be changed' }).waitFor()
    await expect.poll(() => wall.inputValue()).toBe('Closed')
    await page.unroute('**/api/v1/walls/**')
    await choose('Read')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('alert').filter({ hasText: 'Undone' }).waitFor()
    await expect.poll(() => wall.inputValue()).toBe('Closed')
    await page.context().close()
  })
})

describe('what was removed', () => {
  it('comes back on request: a note, a contact, an identifier', async () => {
    const page = await openClient('clinician')
    const undone = async () => {
      await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('alert').filter({ hasText: 'Undone' }).last().waitFor()
    }
    const confirm = async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
      await closed(page)
    }
    await page.getByRole('tab', { name: 'Notes' }).click()
    await page.getByLabel('New note').fill('Asks to be called in the morning.')
    await page.getByRole('button', { name: 'Add the note' }).click()
    const note = page.getByRole('article').filter({ hasText: 'Asks to be called in the morning.' })
    await note.getByRole('button', { name: 'Remove' }).click()
    await confirm()
    await note.waitFor({ state: 'detached' })
    await undone()
    await note.waitFor()

    await page.getByRole('tab', { name: 'Contacts' }).click()
    await page.getByRole('button', { name: 'New contact' }).first().click()
    await page.getByLabel('Given names').fill('Undine')
    await page.getByRole('dialog').getByLabel('Relationship').fill('Aunt')
    await save(page)
    await closed(page)
    const contact = page.getByRole('row').filter({ hasText: 'Undine' })
    await contact.getByRole('button', { name: 'Remove Undine' }).click()
    await confirm()
    await contact.waitFor({ state: 'detached' })
    await undone()
    await contact.filter({ hasText: 'Aunt' }).waitFor()

    await page.getByRole('tab', { name: 'Record' }).click()
    const edit = page.getByRole('button', { name: 'Edit identifiers' })
    await edit.click()
    await page.getByRole('button', { name: 'Add medical record number' }).click()
    await page
      .getByLabel(/^Medical record number/)
      .last()
      .fill('UNDO-4711')
    await save(page)
    await closed(page)
    const masked = page.getByText(/4711$/)
    await masked.waitFor()
    await edit.click()
    await page
      .getByRole('button', { name: /^Remove Medical record number/ })
      .last()
      .click()
    await save(page)
    await closed(page)
    await masked.waitFor({ state: 'detached' })
    await page
      .getByRole('alert')
      .filter({ hasText: 'Identifiers: saved' })
      .last()
      .getByRole('button', { name: 'Undo' })
      .click()
    await masked.waitFor()
    await page.context().close()
  })
})

describe('the network', () => {
  it('is missed with a banner, moves nothing, keeps what was typed, and comes back by itself', async () => {
    const page = await openClient('clinician')
    await page.getByRole('tab', { name: 'Notes' }).click()
    const note = page.getByLabel('New note')
    await note.fill('Typed before the lift.')
    const before = await note.boundingBox()
    await page.context().setOffline(true)
    await page.getByText('This device is offline.').waitFor()
    expect(await note.boundingBox()).toEqual(before)
    await page.getByRole('button', { name: 'Add the note' }).click()
    await page.context().setOffline(false)
    await page.getByText('The connection is back.').waitFor()
    await expect
      .poll(async () => {
        const again = page.getByRole('button', { name: 'Add the note' })
        if (await again.isEnabled()) await again.click()
        return page.getByRole('article').getByText('Typed before the lift.').count()
      })
      .toBe(1)
    await page.context().close()
  })

  it('that loses the server is tried until it answers, and the page fills itself', async () => {
    const page = await stage.open('clinician')
    await page.route('**/api/v1/**', (route) => route.abort())
    await page.goto(`${stage.url}/clients`)
    await page.getByText('The server can’t be reached').first().waitFor()
    await expectAccessible(page, 'unreachable')
    await page.unroute('**/api/v1/**')
    await page.getByRole('row').nth(3).waitFor()
    await page.context().close()
  })
})

describe('a refusal', () => {
  it.each([
    [403, 'You may not do this'],
    [410, 'This client’s data was destroyed'],
    [500, 'Something went wrong'],
  ])('with %i says what happened, on the page itself', async (status, title) => {
    const page = await stage.open('clinician')
    const type = `https://wellkeep.dev/problems/x`
    await page.route(`**/api/v1${client.path}`, (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type, title, status, instance: 'urn:uuid:0197' }),
      }),
    )
    await page.goto(stage.url + client.path)
    await page.getByText(title).first().waitFor()
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
    // Asking again helps against a fault, not against a refusal.
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(status === 500 ? 1 : 0)
    await expectAccessible(page, `refusal ${status}`)
    await page.context().close()
  })
})

describe('going from page to page', () => {
  it('names the page in the tab and gives its heading the focus, also where nothing is', async () => {
    const page = await stage.open('administrator')
    await page.goto(stage.url)
    await page.getByRole('link', { name: 'Users' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
    await expect.poll(() => page.title()).toBe('Users · Wellkeep')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Users')
    await page.goto(`${stage.url}/no/such/page`)
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
    await page.getByRole('link', { name: 'Go to the start' }).click()
    await page.getByRole('heading', { level: 1, name: /^good/i }).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1')
    await page.context().close()
  })
})

describe('paper', () => {
  it('gets the record in ink on white, with whose it is, and nothing to click', async () => {
    const page = await openClient('clinician')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(
      await page
        .getByRole('button', { name: /edit|export|more/i })
        .and(page.locator(':visible'))
        .count(),
    ).toBe(0)
    expect(await page.getByRole('tablist').isVisible()).toBe(false)
    expect(await page.getByText(/Printed by Dr\. Imani Okoro/).isVisible()).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
    await page.context().close()
  })
})
