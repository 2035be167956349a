export { SignatureMark } from './mark.ts'
