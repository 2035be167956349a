export default {
  label: 'Tell me on this device when there is something new',
  hint: 'A notice says that there is something new, and nothing of what it is. It ends when you sign out.',
  unsupported:
    'This browser can’t do that. On an iPhone, add the app to the home screen first and open it there.',
  denied: 'The browser blocks notices from here. Allow them in its settings for this site, then come back.',
  failed: 'This device could not be set up for notices. Try again in a moment.',
  others: 'Other devices that are told: {{n}}',
  forget: 'Tell them nothing more',
} as const
