import { createHash, randomBytes } from 'node:crypto'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectFits, PHONE, type Stage, startStage } from './demo.ts'

// A phone on a slow line sends a document, and loses the network at every step of it; the page is closed and opened again.
// Each time all of it arrives, once.

let stage: Stage
let folder: string
beforeAll(async () => {
  stage = await startStage({ demo: true })
  const [row] = await stage.asOwner('select id from folders where client_id is not null')
  folder = `${stage.url}/portal/documents/folders/${(row as { id: string }).id}`
}, 180_000)
afterAll(() => stage?.stop())

async function phone(): Promise<Page> {
  const page = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
  await page.goto(folder)
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  return page
}

/** As fast as a phone on a slow 4G network (Lighthouse's figures). */
async function slow4g(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  })
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

/** The document is there, whole and once, and nothing of another try is left. */
async function expectOnce(page: Page, name: string, bytes: Buffer): Promise<void> {
  const link = page.getByRole('list', { name: 'Documents' }).getByRole('link', { name: new RegExp(name) })
  await link.waitFor({ timeout: 90_000 })
  expect(await link.count()).toBe(1)
  const id = (await link.getAttribute('href'))!.split('/').at(-1)!
  const path = `${stage.url}/api/v1/portal/documents/${id}/versions/1/content`
  await expect.poll(async () => (await page.request.get(path)).status(), { timeout: 60_000 }).toBe(200)
  const got = await (await page.request.get(path)).body()
  expect(createHash('sha256').update(got).digest('hex')).toBe(
    createHash('sha256').update(bytes).digest('hex'),
  )
  const rows = await stage.asOwner(
    "select (select count(*)::int from document_versions where document_id = $1) as versions, (select count(*)::int from files where state = 'uploading') as left",
    [id],
  )
  expect(rows).toEqual([{ versions: 1, left: 0 }])
}

const isAnnounced = (r: Request) => r.method() === 'POST' && /\/folders\/[^/]+\/documents$/.test(r.url())
const isBytes = (r: Request) => r.method() === 'PUT' && /\/uploads\//.test(r.url())

/** Loses the network when a request of this kind comes: before it reaches the server, when half of its bytes have arrived, or while its answer is on its way. */
async function loseAt(
  page: Page,
  which: (r: Request, n: number) => boolean,
  when: 'before' | 'half' | 'after',
) {
  let n = 0
  let done = false
  const lost = Promise.withResolvers<void>()
  await page.route('**/api/v1/portal/**', async (route) => {
    if (done || !(isAnnounced(route.request()) || isBytes(route.request()))) return route.fallback()
    if (isBytes(route.request())) n++
    if (!which(route.request(), n)) return route.fallback()
    done = true
    if (when === 'after') await route.fetch()
    if (when === 'half') {
      const sent = route.request()
      const bytes = sent.postDataBuffer()!
      const headers = { ...(await sent.allHeaders()) }
      delete headers['content-length']
      await page.request.fetch(sent.url(), {
        method: 'PUT',
        headers,
        data: bytes.subarray(0, bytes.length / 2),
      })
    }
    await page.context().setOffline(true)
    await route.abort('internetdisconnected').catch(() => {})
    lost.resolve()
  })
  return lost.promise
}

/** Pieces are of 4 MiB at first: this takes three requests. */
const LARGE = 13 * 1024 * 1024
/** The steps of an upload, and how the network goes at each. */
const STEPS: [string, number, (page: Page, start: () => Promise<void>) => Promise<void>][] = [
  [
    'before it is announced',
    40_000,
    async (page, start) => {
      await page.context().setOffline(true)
      await start()
    },
  ],
  [
    'while the answer to the announcement is on its way',
    40_000,
    async (page, start) => {
      await Promise.all([loseAt(page, isAnnounced, 'after'), start()])
    },
  ],
  [
    'in the middle of a piece',
    600_000,
    async (page, start) => {
      await Promise.all([loseAt(page, isBytes, 'half'), start()])
    },
  ],
  [
    'between two pieces',
    LARGE,
    async (page, start) => {
      const first = page.waitForResponse((r) => isBytes(r.request()))
      await start()
      await first
      await page.context().setOffline(true)
    },
  ],
  [
    'before the last piece',
    LARGE,
    async (page, start) => {
      await Promise.all([loseAt(page, (r, n) => isBytes(r) && n === 3, 'before'), start()])
    },
  ],
  [
    'after the last byte, before the answer',
    40_000,
    async (page, start) => {
      await Promise.all([loseAt(page, isBytes, 'after'), start()])
    },
  ],
]

describe('a phone that loses the network', () => {
  it.each(STEPS)(
    '%s says so, goes on by itself, and the document arrives whole and once',
    async (step, size, lose) => {
      const page = await phone()
      const bytes = randomBytes(size)
      const name = `Lost ${step.replace(/\W+/g, ' ')}.bin`
      await lose(page, () => choose(page, name, bytes))
      await page.getByText('The connection is away. It goes on by itself.').waitFor({ timeout: 60_000 })
      await expectFits(page, step)
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.context().setOffline(false)
      await expectOnce(page, name, bytes)
      await page.context().close()
    },
    240_000,
  )
})

describe('a page that was closed in the middle', () => {
  it('goes on where it stopped when the same file is chosen again, and keeps nothing on the phone meanwhile', async () => {
    const bytes = randomBytes(LARGE)
    const name = 'Closed in the middle.bin'
    const first = await phone()
    const arrived = first.waitForResponse((r) => isBytes(r.request()))
    await choose(first, name, bytes)
    await arrived
    const kept = await first.evaluate<string[]>(
      'indexedDB.databases().then((d) => [...d.map((x) => x.name), ...Object.keys(localStorage), ...Object.keys(sessionStorage)])',
    )
    expect(kept.filter((key) => !/^(tsr-|wk-color-scheme|wk-language|mantine)/.test(key))).toEqual([])
    await first.close({ runBeforeUnload: false })

    const second = await phone()
    await second.getByRole('list', { name: 'Not finished' }).getByText(name).waitFor()
    await expectAccessible(second, 'an upload that is not finished')
    const offsets: number[] = []
    second.on('request', (r) => {
      if (isBytes(r)) offsets.push(Number(r.headers()['upload-offset']))
    })
    await choose(second, name, bytes)
    await expectOnce(second, name, bytes)
    expect(offsets[0]).toBeGreaterThan(0)
    await second.getByText('Not finished').waitFor({ state: 'detached' })
    await second.context().close()
  }, 180_000)

  it('is given up, and leaves nothing', async () => {
    const page = await phone()
    const arrived = page.waitForResponse((r) => isBytes(r.request()))
    await choose(page, 'Given up.bin', randomBytes(LARGE))
    await arrived
    await page.getByRole('button', { name: 'Stop' }).click()
    const remove = page.getByRole('button', { name: 'Remove Given up.bin' })
    await remove.waitFor()
    // Until the server has noticed that nothing more comes, it refuses.
    await expect
      .poll(
        async () => {
          if (await remove.count()) await remove.click()
          return remove.count()
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBe(0)
    expect(await stage.asOwner("select 1 from files where state = 'uploading'")).toEqual([])
    await page.context().close()
  }, 120_000)
})

describe('a slow line', () => {
  it('shows where things will be, and a page within a few seconds', async () => {
    const page = await stage.open('portal', { viewport: PHONE, isMobile: true, hasTouch: true })
    await slow4g(page)
    await page.goto(folder, { waitUntil: 'commit' })
    await page.locator('.mantine-Skeleton-root').first().waitFor()
    await page.getByRole('button', { name: 'Choose a file' }).waitFor()
    await page.context().close()
  }, 60_000)
})
