import { isLanguage, type Language, pickLanguage } from './languages.ts'

const KEY = 'wk-language'

/** What somebody chose on this device before they signed in. */
function chosenHere(): Language | undefined {
  // Nothing is chosen on the server.
  if (!globalThis.document) return undefined
  try {
    const chosen = localStorage.getItem(KEY)
    return isLanguage(chosen) ? chosen : undefined
  } catch {
    return undefined
  }
}

export function chooseHere(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** A person's own setting, else what was chosen here, else what the browser asks for. */
export const startingLanguage = (setting?: string | null): Language =>
  pickLanguage([setting, chosenHere(), ...(globalThis.navigator?.languages ?? [])])
