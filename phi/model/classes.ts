/** What a number may be judged to be; `none`: nobody's. */
export const CLASSES = [
  'none',
  'mrn',
  'member-id',
  'account',
  'licence',
  'vehicle',
  'device',
  'other-id',
  'ssn',
  'biometric',
] as const
export type Class = (typeof CLASSES)[number]
