/** The classes of protected fields. A record is sealed as one ciphertext per class. */
export const FIELD_CLASSES = [
  'contact',
  'demographic',
  'identifier',
  'clinical',
  'financial',
  'note',
] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]
