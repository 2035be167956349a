import type { Page } from 'playwright-core'

/** As much of each page and output, and as many of a page's troubles, as a failed test tells. */
const MOST = 2_000
const TROUBLES = 12

type Tell = () => string | Promise<string>
const witnesses = new Set<Tell>()

/** Whoever can tell what was to be seen when a test failed; answers how to forget it. */
export function witness(tell: Tell): () => void {
  witnesses.add(tell)
  return () => void witnesses.delete(tell)
}

export const hearWitnesses = async () =>
  (await Promise.all([...witnesses].map((tell) => tell()))).join('\n\n')

/** The end of what a process printed. */
export const lastOf = (printed: string) => printed.slice(-MOST)

/** What a page went through, and what it shows, as somebody with a screen reader would meet it. */
export function witnessPage(page: Page): void {
  const troubles: string[] = []
  const say = (text: string) => {
    troubles.push(`  ${text}`)
    if (troubles.length > TROUBLES) troubles.shift()
  }
  page.on('framenavigated', (frame) => frame === page.mainFrame() && say(`went to ${frame.url()}`))
  page.on('pageerror', (error) => say(String(error)))
  page.on('requestfailed', (r) => say(`${r.method()} ${r.url()}: ${r.failure()?.errorText}`))
  page.on('response', (r) => r.status() >= 400 && say(`${r.request().method()} ${r.url()}: ${r.status()}`))
  const shown = () => page.locator('body').ariaSnapshot({ timeout: 5_000 })
  page.on(
    'close',
    witness(async () => [page.url(), ...troubles, (await shown().catch(String)).slice(0, MOST)].join('\n')),
  )
}
