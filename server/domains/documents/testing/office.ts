export {
  HARMLESS,
  type Office,
  type Person,
  PHI,
  startOffice,
  type TestServer,
} from '../../../testing/documents.ts'
