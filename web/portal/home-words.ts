/** The catalogues of what stands on the start page. */
export const HOME_WORDS = ['portal', 'documents', 'forms', 'reader', 'signatures'] as const
