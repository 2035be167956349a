let wanted = false

/** Somebody asked for the menu before there was one: it shall open when it comes. */
export function wantMenu(): void {
  wanted = true
}

/** True once per wish. */
export function takeWantedMenu(): boolean {
  const taken = wanted
  wanted = false
  return taken
}
