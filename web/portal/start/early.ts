// The only script that runs while the page comes: what is seen needs none, and a slow phone has better to do than to run one.
import { reloadOnNewVersion } from '../../routing/new-version.ts'
import { whenLoaded } from '../../ui/when-loaded.ts'
import { keepPressed } from './pressed.ts'

/** Signs of somebody who wants more than to read: they don't wait for an idle moment. */
const SIGNS = ['pointerdown', 'touchstart', 'keydown', 'focusin', 'wheel'] as const

const root = document.getElementById('root')!
/** `portal-page.ts` puts into it what loads the code, and what runs it. */
const code = document.querySelector<HTMLTemplateElement>('#code')!

function bring(selector: string): void {
  for (const element of code.content.querySelectorAll(selector)) document.head.append(element)
}

function run(): void {
  for (const sign of SIGNS) removeEventListener(sign, run)
  bring('link, script')
}

/** The outline has done its part once something is drawn: hidden, it would still say that the page is on its way. */
const removeOutline = () => document.getElementById('outline')?.remove()

reloadOnNewVersion()
// Where the server has drawn nothing, nothing is seen before it runs.
if (!root.firstChild) {
  new MutationObserver(removeOutline).observe(root, { childList: true })
  run()
} else {
  removeOutline()
  keepPressed()
  for (const sign of SIGNS) addEventListener(sign, run, { passive: true })
  whenLoaded(() => {
    bring('link')
    const idle = globalThis.requestIdleCallback ?? setTimeout
    idle(run)
  })
}
