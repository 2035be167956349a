export {
  type Certificate,
  CertificateError,
  type CertificateOptions,
  ensureCertificate,
} from './certificate.ts'
export { keepCertificateFresh } from './renewal.ts'
