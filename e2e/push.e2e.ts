import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ensureCertificate } from '../server/platform/http/tls/index.ts'
import { expectAccessible, expectFits, PHONE, type Stage, signIn, startStage } from './demo.ts'
import { type PushService, startPushService } from './push-service.ts'

// Notices on a phone: a real browser subscribes, opens with its own keys what the server encrypted, shows it, and goes
// where it leads.

let stage: Stage
let service: PushService
/** What the portal person wrote, for the staff to answer. */
let thread: string
const phones: BrowserContext[] = []
const folders: string[] = []
const folder = async (name: string) => {
  const made = await mkdtemp(join(tmpdir(), `wellkeep-${name}-`))
  folders.push(made)
  return made
}

beforeAll(async () => {
  const made = await ensureCertificate(await folder('push-tls'), { hosts: ['localhost'] })
  service = await startPushService({ key: String(made.key), cert: String(made.cert) })
  stage = await startStage({
    demo: true,
    settings: { WELLKEEP_PUSH_NETWORKS: '127.0.0.1/32', NODE_EXTRA_CA_CERTS: made.authorityPath! },
  })
  thread = await writeFromPortal()
}, 180_000)
// Each test begins with nobody told, and with no other browser at the push service: one that failed fails no other.
afterEach(async () => {
  for (const context of phones.splice(0)) await context.close()
  await endSessions()
}, 120_000)
afterAll(async () => {
  await stage?.stop()
  await service?.stop()
  for (const dir of folders) await rm(dir, { recursive: true, force: true })
})

async function phone(options: { userAgent?: string; without?: string } = {}): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(await folder('phone'), {
    executablePath: process.env.WELLKEEP_CHROMIUM ?? '/usr/bin/chromium',
    // A service worker takes no certificate that only the page was told to take.
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--ignore-certificate-errors',
      ...service.args,
    ],
    ignoreHTTPSErrors: true,
    viewport: PHONE,
    reducedMotion: 'reduce',
    ...(options.userAgent && { userAgent: options.userAgent }),
  })
  phones.push(context)
  context.setDefaultTimeout(30_000)
  await context.addInitScript(service.here)
  if (options.without) await context.addInitScript(`delete window.${options.without}`)
  return context
}
const picture = (page: Page, name: string) =>
  process.env.WELLKEEP_PICTURES &&
  page.screenshot({ path: `${process.env.WELLKEEP_PICTURES}/${name}.png`, fullPage: true })

const toSetting = async (page: Page) => {
  await page.goto(`${stage.url}/portal/account`)
  await page.getByRole('heading', { name: 'Notices', exact: true }).waitFor()
}
const theSwitch = (page: Page) => page.getByRole('switch', { name: /Tell me on this device/ })

interface Shown {
  title: string
  body: string
  data: { path: string }
}
const shown = (page: Page): Promise<Shown[]> =>
  page.evaluate<Shown[]>(`navigator.serviceWorker.ready.then(async (r) =>
    (await r.getNotifications()).map(({ title, body, data }) => ({ title, body, data })))`)
/**
 * Counts from now on what the worker has shown, for `until`. To ask the browser over and over would not do: what it is
 * asked for just while it comes is kept and not yet on the screen, so that it takes it for closed and forgets it.
 */
async function counting(
  context: BrowserContext,
): Promise<{ worker: Worker; until(n: number): Promise<void> }> {
  const worker = context.serviceWorkers()[0]!
  await worker.evaluate(`{
    const { showNotification } = ServiceWorkerRegistration.prototype
    self.count = 0
    ServiceWorkerRegistration.prototype.showNotification = async function (...what) {
      await showNotification.apply(this, what)
      self.count++
    }
  }`)
  return {
    worker,
    until: (n) => expect.poll(() => worker.evaluate('self.count'), { timeout: 60_000 }).toBe(n),
  }
}
const subscribed = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    'navigator.serviceWorker.ready.then((r) => r.pushManager.getSubscription()).then((s) => s !== null)',
  )
const kept = () => stage.asOwner('select id from push_subscriptions')
/** At the server alone, as if by an administrator. */
const endSessions = () =>
  stage.asOwner(
    "update sessions set ended_at = now(), end_reason = 'revoked' where ended_at is null and user_id in (select user_id from portal_people)",
  )

/** Clicks on what is shown. Answers where the worker wanted to go in a new window, if it did. */
const click = (worker: Worker): Promise<string | undefined> =>
  worker.evaluate<string | undefined>(`(async () => {
    let opened
    Object.defineProperty(self.clients, 'openWindow', { configurable: true, value: async (path) => { opened = path } })
    const [notification] = await self.registration.getNotifications()
    const event = new NotificationEvent('notificationclick', { notification })
    const done = new Promise((end) => { event.waitUntil = (work) => end(work) })
    self.dispatchEvent(event)
    await done.catch(() => {})
    return opened
  })()`)

async function writeFromPortal(): Promise<string> {
  const page = await stage.open('portal')
  await page.goto(`${stage.url}/portal/messages/new`)
  await page.getByLabel('Subject').fill('About Monday')
  await page.getByLabel('Your message').fill('May we come at nine?')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL(/\/portal\/messages\/[0-9a-f-]{36}/)
  await page.context().close()
  return page.url().split('/').at(-1)!
}

/** Somebody of the staff writes to the portal person, who is told. */
async function writeToPortal(body: string): Promise<void> {
  const staff = await stage.open('care-coordinator')
  await staff.goto(`${stage.url}/messages/${thread}`)
  await staff.getByLabel('Your answer').fill(body)
  await staff.getByRole('button', { name: 'Send' }).click()
  await staff.getByText(body).waitFor()
  await staff.context().close()
}

it('is turned on, shows what the server sent and nothing of what it is about, leads there, and ends with the session', async () => {
  const context = await phone()
  await context.grantPermissions(['notifications'], { origin: stage.url })
  const page = context.pages()[0]!
  await signIn(page, stage.url, 'portal')
  await toSetting(page)
  await theSwitch(page).focus()
  await page.keyboard.press('Space')
  await page.getByText('This device is told from now on.').waitFor()
  expect(await theSwitch(page).isChecked()).toBe(true)
  await expectAccessible(page, 'the setting')
  await expectFits(page, 'the setting')
  await picture(page, 'push-on')
  expect(await kept()).toHaveLength(1)

  const { worker, until } = await counting(context)
  const before = service.received.length
  await writeToPortal('The cardiology results of Mina are in')
  await expect.poll(() => service.received.length, { timeout: 60_000 }).toBe(before + 1)
  await until(1)
  expect(await shown(page)).toEqual([
    {
      title: 'There is something new for you',
      body: 'Open Wellkeep to see it.',
      data: { path: '/portal/messages' },
    },
  ])
  expect(service.received[before]!.body.toString('latin1')).not.toMatch(/cardiology|Mina|message/)

  // The app is open: it goes there.
  expect(await click(worker)).toBeUndefined()
  await page.waitForURL(`${stage.url}/portal/messages`)
  await page.getByRole('link', { name: /About Monday/ }).waitFor()
  await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual([])

  // Signed out: nothing is kept here or there, and what was shown is gone.
  await writeToPortal('And one more thing')
  await until(2)
  expect(await shown(page)).toHaveLength(1)
  await toSetting(page)
  await page.getByRole('button', { name: 'Sign out' }).last().click()
  await page.waitForURL(/sign-in/)
  await page.getByLabel('E-mail address').waitFor()
  expect(await kept()).toEqual([])
  await expect.poll(() => subscribed(page), { timeout: 20_000 }).toBe(false)
  await expect.poll(() => shown(page)).toEqual([])
}, 240_000)

it('ends with the session also in a browser that takes longer to let go than the page waits', async () => {
  const context = await phone()
  await context.grantPermissions(['notifications'], { origin: stage.url })
  const page = context.pages()[0]!
  await signIn(page, stage.url, 'portal')
  await toSetting(page)
  await theSwitch(page).click()
  await page.getByText('This device is told from now on.').waitFor()
  expect(await subscribed(page)).toBe(true)
  await page.evaluate(`{
    const { getSubscription } = PushManager.prototype
    PushManager.prototype.getSubscription = async function () {
      await new Promise((done) => setTimeout(done, 5000))
      return getSubscription.call(this)
    }
  }`)
  await page.getByRole('button', { name: 'Sign out' }).last().click()
  await page.waitForURL(/sign-in/)
  await page.getByLabel('E-mail address').waitFor()
  expect(await kept()).toEqual([])
  await expect.poll(() => subscribed(page), { timeout: 20_000 }).toBe(false)
}, 120_000)

it('leads to its page after a sign-in, where nobody is signed in; and a session that ended elsewhere is told nothing', async () => {
  const context = await phone()
  await context.grantPermissions(['notifications'], { origin: stage.url })
  const page = context.pages()[0]!
  await signIn(page, stage.url, 'portal')
  await toSetting(page)
  await theSwitch(page).click()
  await page.getByText('This device is told from now on.').waitFor()
  const { worker, until } = await counting(context)
  const before = service.received.length
  await writeToPortal('A third one')
  await until(1)
  expect(await shown(page)).toHaveLength(1)
  expect(service.received).toHaveLength(before + 1)
  // No page of the app is open, and the session is over at the server alone.
  await page.goto('about:blank')
  await endSessions()
  expect(await kept()).toEqual([])
  const path = await click(worker)
  expect(path).toBe('/portal/messages')
  await page.goto(stage.url + path)
  await page.getByLabel('E-mail address').fill('portal@demo.example')
  await page.getByLabel('Password', { exact: true }).fill('lantern meadow 4 otters')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${stage.url}/portal/messages`)
  // What the browser kept of the session that is over was taken back.
  await expect.poll(() => subscribed(page), { timeout: 20_000 }).toBe(false)
  expect(await kept()).toEqual([])
}, 240_000)

it('says what to do where the browser blocks notices, and turns on again when it lets them', async () => {
  const context = await phone()
  const page = context.pages()[0]!
  const cdp = await context.newCDPSession(page)
  const permit = (setting: 'granted' | 'denied' | 'prompt') =>
    cdp.send('Browser.setPermission', { permission: { name: 'notifications' }, setting, origin: stage.url })
  await permit('denied')
  await signIn(page, stage.url, 'portal')
  await toSetting(page)
  await page.getByText('The browser blocks notices from here.').waitFor()
  expect(await theSwitch(page).isDisabled()).toBe(true)
  await expectAccessible(page, 'blocked')
  await picture(page, 'push-denied')
  await permit('granted')
  await page.getByText('The browser blocks notices from here.').waitFor({ state: 'detached' })
  await theSwitch(page).click()
  await page.getByText('This device is told from now on.').waitFor()
  await theSwitch(page).click()
  await expect
    .poll(async () => [await kept(), await subscribed(page)], { timeout: 20_000 })
    .toEqual([[], false])
}, 120_000)

it('says how to get there on an iPhone, and that another browser can’t', async () => {
  const apple =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
  for (const [userAgent, says] of [
    [apple, 'Choose “Add to Home Screen”.'],
    [undefined, 'This browser can’t show notices.'],
  ] as const) {
    const context = await phone({ without: 'PushManager', ...(userAgent && { userAgent }) })
    const page = context.pages()[0]!
    await signIn(page, stage.url, 'portal')
    await toSetting(page)
    await page.getByText(says).waitFor()
    expect(await theSwitch(page).count()).toBe(0)
    await picture(page, userAgent ? 'push-apple' : 'push-unsupported')
  }
}, 120_000)
