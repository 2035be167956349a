import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectFits, PHONE, type Stage, signIn, startStage } from './demo.ts'

// The app on a device of one's own: installed, without a network, in one's own language, and what stays on the device.

let stage: Stage
const profiles: string[] = []
beforeAll(async () => {
  stage = await startStage({ demo: true })
}, 180_000)
afterAll(async () => {
  await stage?.stop()
  for (const dir of profiles) await rm(dir, { recursive: true, force: true })
})

/** A browser as on a phone, with a profile on disk: in a private window nothing can be installed. */
async function phone(locale = 'en-US'): Promise<{ context: BrowserContext; page: Page; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'wellkeep-phone-'))
  profiles.push(dir)
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: process.env.WELLKEEP_CHROMIUM ?? '/usr/bin/chromium',
    // A service worker takes no certificate that only the page was told to take.
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--ignore-certificate-errors',
      `--lang=${locale}`,
    ],
    // As browsers of people do, it keeps pages whole to go back to.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ignoreHTTPSErrors: true,
    viewport: PHONE,
    locale,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  return { context, page: context.pages()[0] ?? (await context.newPage()), dir }
}

/** The files below a folder in which one of these words stands, as text or as the browser writes what was typed. */
async function filesWith(dir: string, words: string[]): Promise<string[]> {
  const needles = words.flatMap((w) => [Buffer.from(w), Buffer.from(w, 'utf16le')])
  const found: string[] = []
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const content = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))
    if (needles.some((n) => content.includes(n))) found.push(entry.name)
  }
  return found
}

const ready = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => true)')

interface Kept {
  caches: string[]
  local: string[]
  session: string[]
  databases: string[]
}
/** All that the browser keeps of this origin, but for cookies. */
const kept = (page: Page): Promise<Kept> =>
  page.evaluate<Kept>(`(async () => {
    const names = await caches.keys()
    const entries = await Promise.all(names.map(async (n) => (await (await caches.open(n)).keys()).map((r) => r.url)))
    return {
      caches: entries.flat().map((url) => url.replace(location.origin, '')),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map((d) => d.name),
    }
  })()`)

describe('on a phone', () => {
  it('can be installed, says so when there is no network, and leaves nothing behind after a sign-out', async () => {
    const { context, page } = await phone()
    await signIn(page, stage.url, 'clinician')
    await ready(page)
    const cdp = await context.newCDPSession(page)
    const { url, errors, data } = await cdp.send('Page.getAppManifest')
    expect([url, errors]).toEqual([`${stage.url}/manifest.webmanifest`, []])
    for (const { src, sizes } of JSON.parse(data!).icons as { src: string; sizes: string }[]) {
      const icon = await page.request.get(stage.url + src)
      expect([src, icon.status()]).toEqual([src, 200])
      if (src.endsWith('.png'))
        expect(`${(await icon.body()).readUInt32BE(16)}x${(await icon.body()).readUInt32BE(20)}`).toBe(sizes)
    }
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])

    // A page with a patient on it: what the worker keeps are files with a hash in their names, and nothing else.
    await page.goto(`${stage.url}/clients`)
    await page.locator('[data-row-link]').first().click()
    await page.getByRole('tab', { name: 'Notes' }).waitFor()
    const during = await kept(page)
    expect(during.caches.length).toBeGreaterThan(5)
    for (const path of during.caches) expect(path).toMatch(/^\/assets\/[^/]+-[\w-]{8}\.(js|css|woff2)$/)
    // How far pages were scrolled, while somebody is signed in.
    expect(during.session.filter((key) => !key.startsWith('tsr-'))).toEqual([])
    expect(during.databases).toEqual([])

    await context.setOffline(true)
    await page.goto(`${stage.url}/tickets`)
    await page.getByRole('heading', { name: 'No connection' }).waitFor()
    await expectAccessible(page)
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()

    const opened = (path: string) => /ClientPage|ClientsPage|NotesTab/.test(path)
    expect(during.caches.some(opened)).toBe(true)
    await page.goto(`${stage.url}/account`)
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
    await page
      .getByRole('button', { name: /Imani Okoro/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail address').waitFor()
    expect(page.url()).toContain('/sign-in')
    // The worker clears up on its own while the page goes on.
    await expect.poll(async () => (await kept(page)).caches.filter(opened), { timeout: 20_000 }).toEqual([])
    const after = await kept(page)
    for (const path of after.caches) expect(path).toMatch(/^\/assets\//)
    expect(after.local.filter((k) => !['wk-color-scheme', 'wk-language'].includes(k))).toEqual([])
    expect([after.session, after.databases]).toEqual([[], []])
    await context.close()
  }, 180_000)

  it('leaves nothing of a portal person behind: no document, message, unfinished upload or draft of a form', async () => {
    const { context, page, dir } = await phone()
    const [letter] = (await stage.asOwner(
      'select id, folder_id from documents where client_id is not null',
    )) as { id: string; folder_id: string }[]
    const SAID = ['zebrafinch brace', 'quokka knee', 'capybara.txt', 'narwhal pages']
    page.on('dialog', (dialog) => void dialog.accept())
    await signIn(page, stage.url, 'portal')
    await ready(page)
    await page.goto(`${stage.url}/portal/documents/${letter!.id}`)
    await page.getByRole('img', { name: /How to prepare/ }).waitFor()

    await page.goto(`${stage.url}/portal/messages/new`)
    await page.getByLabel('Subject').fill('About the zebrafinch brace')
    await page.getByLabel('Your message').fill('The zebrafinch brace rubs.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('The zebrafinch brace rubs.').waitFor()

    // An upload whose bytes never arrive.
    await page.route(/uploads|content/, (route) =>
      route.request().method() === 'PUT' ? undefined : route.continue(),
    )
    await page.goto(`${stage.url}/portal/documents/folders/${letter!.folder_id}`)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'capybara.txt', mimeType: 'text/plain', buffer: Buffer.from('narwhal pages') })
    await page.getByText('capybara.txt').first().waitFor()

    await page.goto(`${stage.url}/portal/forms`)
    await page.getByRole('link', { name: /Before your visit/ }).click()
    await page.getByLabel('What brings you to us?').fill('My quokka knee hurts')
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor()
    await page.getByLabel('What brings you to us?').fill('My quokka knee hurts, and is not saved yet')

    const during = await kept(page)
    for (const path of during.caches) expect(path).toMatch(/^\/assets\/[^/]+-[\w-]{8}\.(js|css|woff2)$/)
    expect(during.session.filter((key) => !key.startsWith('tsr-'))).toEqual([])
    expect(during.local.filter((k) => !['wk-color-scheme', 'wk-language'].includes(k))).toEqual([])
    expect(during.databases).toEqual([])
    const opened = (path: string) => /FormPage|FormFill|ThreadPage|DocumentPage|FolderPage/.test(path)
    expect(during.caches.some(opened)).toBe(true)

    // By the app's own ways, so that whatever it holds in memory is held until the end.
    await page.getByRole('button', { name: /Mina Ferris/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL(/sign-in/)
    await page.getByLabel('E-mail address').waitFor()
    // The worker clears up on its own while the page goes on.
    await expect.poll(async () => (await kept(page)).caches.filter(opened), { timeout: 20_000 }).toEqual([])
    const after = await kept(page)
    expect(after.local.filter((k) => !['wk-color-scheme', 'wk-language'].includes(k))).toEqual([])
    expect([after.session, after.databases]).toEqual([[], []])
    expect(await context.cookies()).toEqual([])

    // Going back shows no page as it was, whether the browser kept it whole or not.
    for (let i = 0; i < 3; i++) {
      await page.goBack({ waitUntil: 'commit' }).catch(() => {})
      await page.getByLabel('E-mail address').waitFor()
      const shown = `${await page.title()} ${await page.locator('body').textContent()}`
      for (const word of SAID) expect(shown).not.toContain(word)
    }
    await context.close()
    expect(await filesWith(dir, SAID)).toEqual([])
  }, 240_000)

  it('speaks the language that the browser asks for, and the one that is chosen', async () => {
    const { context, page } = await phone('es-MX')
    await page.goto(`${stage.url}/sign-in`)
    await page.getByText('Solo para personas autorizadas.').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('es')
    await expectAccessible(page)
    await expectFits(page)
    await page.getByLabel('Idioma').selectOption('en')
    await page.getByText('For authorized people only.').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.reload()
    await page.getByText('For authorized people only.').waitFor()
    await context.close()
  }, 120_000)
})

describe('links and announcements', () => {
  it('are made by an administrator, found by a clinician, and read', async () => {
    const admin = await stage.open('administrator')
    await admin.goto(`${stage.url}/announcements/manage`)
    await admin.getByRole('button', { name: 'New announcement' }).first().click()
    await admin.getByLabel('Title').fill('Flu shots from October on')
    await admin
      .getByRole('textbox', { name: 'Text' })
      .fill('Come to the front desk.\nNo appointment is needed.')
    await admin.getByRole('button', { name: 'Announce', exact: true }).click()
    await admin.getByRole('dialog').waitFor({ state: 'detached' })

    const clinician = await stage.open('clinician')
    await clinician.goto(stage.url)
    const card = clinician.getByRole('article', { name: 'Flu shots from October on' })
    await card.getByRole('button', { name: 'I have read this' }).click()
    await card.waitFor({ state: 'detached' })
    await clinician.goto(`${stage.url}/links`)
    const link = clinician.getByRole('link', { name: /Duty roster/ })
    expect(await link.getAttribute('href')).toBe('https://maplegrove.example/roster')
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')

    await admin.getByRole('button', { name: 'Who has read Flu shots from October on' }).first().click()
    await admin.getByRole('region', { name: 'Read', exact: true }).getByText('Dr. Imani Okoro').waitFor()
    await admin.getByRole('region', { name: 'Not yet' }).getByText('Toni Castellan').waitFor()
    await expectAccessible(admin)

    await admin.goto(`${stage.url}/links/manage`)
    const everyDay = admin.getByRole('list', { name: 'Links of Every day' })
    await everyDay.getByRole('button', { name: 'Move Opening hours down' }).press('Enter')
    await admin.getByText('Opening hours: 2 of 3').waitFor({ state: 'attached' })
    await admin.keyboard.press('Enter')
    await admin.getByText('Opening hours: 3 of 3').waitFor({ state: 'attached' })
    await clinician.reload()
    const titles = clinician.getByRole('region', { name: 'Every day' }).getByRole('link')
    await expect
      .poll(async () => (await titles.allTextContents()).map((t) => t.slice(0, 4)))
      .toEqual(['Duty', 'Open'])
    await Promise.all([admin.context().close(), clinician.context().close()])
  }, 180_000)
})
