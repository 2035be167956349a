const tty = process.stderr.isTTY === true
const plain = !tty || 'NO_COLOR' in process.env
const paint = (code) => (text) => (plain ? text : `\x1b[${code}m${text}\x1b[0m`)

export const bold = paint('1')
export const dim = paint('2')
export const red = paint('31')
export const green = paint('32')

/** Words about our own work go to stderr: what a command answers on stdout stays clean. */
export const say = (text = '') => void process.stderr.write(`${text}\n`)

/** Ends with a message that says what to do; never a stack trace. */
export function stop(text) {
  say(`${red('wellkeep:')} ${text}`)
  process.exit(1)
}

const seconds = (from) => `${Math.round((performance.now() - from) / 1000)} s`

/**
 * Shows that something long is under way: a line that is rewritten on a terminal, a line every ten seconds
 * elsewhere. `how` tells how far it is, or undefined. Answers what ends it.
 */
export function progress(title, how = () => undefined) {
  const began = performance.now()
  const line = () => [title, how(), seconds(began)].filter(Boolean).join(' · ')
  if (!tty) say(`${title} ...`)
  const timer = setInterval(
    () => (tty ? process.stderr.write(`\r\x1b[K${line()}`) : say(`  ${line()}`)),
    tty ? 250 : 10_000,
  )
  return () => {
    clearInterval(timer)
    if (tty) process.stderr.write('\r\x1b[K')
    say(`${title} ${dim(`(${seconds(began)})`)}`)
  }
}
