/** The key that commands are given with here. */
export const MOD: string = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
