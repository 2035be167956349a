/** One line on the terminal that says how far long work is; silent where nobody watches. Standard output stays clean. */
export function progress(): { say(text: string): void; end(): void } {
  const watched = process.stderr.isTTY === true
  let said = 0
  return {
    say(text) {
      if (!watched || Date.now() - said < 100) return
      said = Date.now()
      process.stderr.write(`\r\x1b[K${text}`)
    },
    end() {
      if (watched && said) process.stderr.write('\r\x1b[K')
    },
  }
}

/** Wrong usage ends with 2, as a script may want to know. */
export function usageExit(error: { exitCode: number }): never {
  process.exit(error.exitCode === 0 ? 0 : 2)
}
