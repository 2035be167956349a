import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, ok } from '../api/client.ts'
import { startingLanguage } from './chosen.ts'
import { speak, spoken } from './language.ts'
import type { Language } from './languages.ts'

export const ownLanguageQuery = queryOptions({
  queryKey: ['me', 'language'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/language', { signal })),
  staleTime: 5 * 60_000,
})

/** For the layouts behind the sign-in: speaks the language that the person chose, whatever the browser asks for. */
export function useOwnLanguage(): void {
  const setting = useQuery(ownLanguageQuery).data?.language
  useEffect(() => {
    if (setting === undefined) return
    const language = startingLanguage(setting)
    // Saying it again would draw every page anew.
    if (language !== spoken()) void speak(language)
  }, [setting])
}

/** Keeps one's own language; null for what the browser asks for. */
export function useChooseLanguage() {
  return useMutation({
    mutationFn: (language: Language | null) => ok(api.PUT('/api/v1/me/language', { body: { language } })),
    meta: { touches: ['me'] },
  })
}
