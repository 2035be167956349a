import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { type Cookie, chromium } from 'playwright-core'
import { seedDemo } from '../server/demo/seed.ts'
import { loadConfig } from '../server/platform/config/index.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/open.ts'
import { freePort } from '../server/testing/free-port.ts'
import { median, type Row, start } from './load.ts'

const RUNS = 3
const EXECUTABLE = process.env.WELLKEEP_CHROMIUM ?? '/usr/bin/chromium'
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--ignore-certificate-errors',
]

interface Measured {
  performance: number
  accessibility: number
  /** Compressed bytes of script, as they came over the wire. */
  script: number
  /** What Lighthouse would have better, by its names, the costliest first. */
  said: string
}

/**
 * The portal's home on an emulated mid-range phone with slow 4G (Lighthouse's own settings), of somebody signed in, in a
 * browser that has never been here: nothing is in its cache.
 */
export async function benchLighthouse(): Promise<Row[]> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  const dataDir = await mkdtemp(join(tmpdir(), 'wellkeep-lighthouse-'))
  const env = { WELLKEEP_DATA: dataDir, WELLKEEP_PORT: '0', WELLKEEP_LOG_LEVEL: 'error' }
  const platform = await openPlatform(loadConfig({ ...process.env, ...env }), makeLog('error'))
  const portal = (await seedDemo(platform)).find((a) => a.email.startsWith('portal@'))!
  await platform.close()
  const server = await start('bench/our-server.ts', env)
  const url = String(server.ready.url)
  try {
    const cookies = await signIn(url, portal)
    const runs: Measured[] = []
    for (let i = 0; i < RUNS; i++) runs.push(await measure(url, cookies))
    const of = (key: 'performance' | 'accessibility' | 'script') => median(runs.map((r) => r[key]))
    console.log(`Lighthouse would have better: ${runs[0]!.said}`)
    return [
      row('performance', of('performance'), 90, 'min'),
      row('accessibility', of('accessibility'), 100, 'min'),
      row('KB of compressed script', Math.round(of('script') / 1024), 250, 'max'),
    ]
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const row = (what: string, ours: number, target: number, sense: 'min' | 'max'): Row => ({
  what: `portal home, phone on slow 4G: ${what}`,
  ours: String(ours),
  reference: '-',
  ratio: '-',
  target: `${sense === 'min' ? '>=' : '<='} ${target}`,
  met: sense === 'min' ? ours >= target : ours <= target,
})

async function signIn(url: string, who: { email: string; password: string }): Promise<Cookie[]> {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGS })
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('E-mail address').fill(who.email)
    await page.getByLabel('Password', { exact: true }).fill(who.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^hello/i }).waitFor()
    return await context.cookies()
  } finally {
    await browser.close()
  }
}

async function measure(url: string, cookies: Cookie[]): Promise<Measured> {
  const profile = await mkdtemp(join(tmpdir(), 'wellkeep-lighthouse-profile-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    args: [...ARGS, `--remote-debugging-port=${port}`],
    ignoreHTTPSErrors: true,
  })
  try {
    await context.addCookies(cookies)
    const result = await lighthouse(`${url}/portal`, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
      // Who is signed in stays so.
      disableStorageReset: true,
    })
    const { categories, audits, runtimeError } = result!.lhr
    if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`)
    const requests = (audits['network-requests']!.details as { items?: unknown[] }).items as {
      resourceType: string
      transferSize: number
    }[]
    const script = requests.filter((r) => r.resourceType === 'Script')
    const metrics = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
      'speed-index',
    ]
    const failed = Object.values(audits).filter((a) => a.score !== null && a.score < 0.9)
    return {
      performance: Math.round(categories.performance!.score! * 100),
      accessibility: Math.round(categories.accessibility!.score! * 100),
      script: script.reduce((sum, r) => sum + r.transferSize, 0),
      said: [
        ...metrics.map((id) => `${id} ${audits[id]!.displayValue}`),
        ...failed.filter((a) => !metrics.includes(a.id)).map((a) => `${a.id} ${a.displayValue ?? ''}`.trim()),
      ].join(', '),
    }
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}
