export {
  type Place,
  READ_ERRORS,
  type ReadError,
  type ReadReport,
  type Scanned,
  type TextFound,
} from './protocol.ts'
export {
  type Certificate,
  type DrawnPicture,
  NoPicture,
  NotCertifiable,
  Readers,
  type ReadersOptions,
  type ReadResult,
} from './readers.ts'
