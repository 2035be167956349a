export default {
  mail: {
    label: 'Tell me by e-mail when there is something new',
    hint: 'A mail says that there is something new, and nothing of what it is. Mail about the safety of your account comes all the same.',
  },
  label: 'Tell me on this device when there is something new',
  hint: 'A notice says that there is something new, and nothing of what it is. It ends when you sign out.',
  unsupported:
    'This browser can’t show notices. Try a current version of Chrome, Edge, Firefox or Safari. News by e-mail goes on as before.',
  apple: {
    why: 'On an iPhone or iPad, notices come to the app on your home screen. To put it there:',
    share: 'Open this page in Safari and tap Share.',
    add: 'Choose “Add to Home Screen”.',
    open: 'Open the app from the home screen, sign in, and turn notices on here.',
  },
  asking: 'Your browser asks whether there may be notices: choose “Allow”.',
  dismissed: 'The question was closed without an answer. Turn it on again to be asked once more.',
  done: 'This device is told from now on.',
  denied: {
    title: 'The browser blocks notices from here.',
    open: 'Open the settings for this site: the sign to the left of the address, or the settings of your phone for this app.',
    allow: 'At “Notifications”, choose “Allow”.',
    back: 'Come back here and turn it on.',
  },
  failed:
    'This device could not be set up for notices: its notice service does not answer. Try again in a moment, or on another network.',
  others: 'Other devices that are told: {{n}}',
  forget: 'Tell them nothing more',
} as const
