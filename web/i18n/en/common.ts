export default {
  language: 'Language',
  languageHint: 'For the pages that are there in several: sign-in, links, announcements and the portal.',
  asBrowser: 'As the browser asks for',
  justNow: 'just now',
  tryAgain: 'Try again',
  problem: {
    page: 'Something went wrong on this page',
    pageHint: 'What was saved is safe. Try again, or load the page anew.',
    reference: 'For whoever looks into it: request {{id}}',
  },
  /** What the server refuses, by the last part of the problem's type. */
  problems: {
    'sign-in-failed': {
      title: 'That did not work',
      detail:
        'E-mail address or password is not right. After several failures an account is locked for a while.',
    },
    'invalid-input': { title: 'Some fields are not right', detail: '' },
    'not-found': { title: 'It was not found, or you may not see it', detail: '' },
    forbidden: { title: 'You may not do this', detail: '' },
    unauthenticated: { title: 'Sign in first', detail: '' },
    'changed-meanwhile': {
      title: 'Somebody else changed this meanwhile',
      detail: 'Load it again, then repeat your change.',
    },
    'not-your-turn': { title: 'Somebody else signs first', detail: 'You are told when it is your turn.' },
    'already-signed': { title: 'You have signed or declined this already', detail: '' },
    'request-over': { title: 'These signatures are not asked for any more', detail: '' },
    'request-overdue': {
      title: 'The day until which it was to be signed is over',
      detail: 'Ask who sent it for more time.',
    },
    'not-published': { title: 'The document was taken back, or has expired', detail: '' },
    'other-consent': { title: 'The text that you agree to is another one', detail: 'Load the page again.' },
    'not-signed': { title: 'There is no signed copy yet', detail: 'It is made when all have signed.' },
    'too-many-requests': { title: 'Too many tries', detail: 'Wait a moment, then try again.' },
    unreachable: {
      title: 'The server can’t be reached',
      detail: 'Check the connection. Nothing was changed.',
    },
    unexpected: { title: 'The server could not answer', detail: 'Try again in a moment.' },
  },
} as const
