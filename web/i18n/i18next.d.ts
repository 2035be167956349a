import 'i18next'
import type common from './en/common.ts'
import type documents from './en/documents.ts'
import type door from './en/door.ts'
import type files from './en/files.ts'
import type forms from './en/forms.ts'
import type portal from './en/portal.ts'
import type push from './en/push.ts'
import type rating from './en/rating.ts'
import type reader from './en/reader.ts'
import type signatures from './en/signatures.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      common: typeof common
      documents: typeof documents
      door: typeof door
      files: typeof files
      forms: typeof forms
      portal: typeof portal
      push: typeof push
      rating: typeof rating
      reader: typeof reader
      signatures: typeof signatures
    }
  }
}
