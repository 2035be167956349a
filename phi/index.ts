export {
  type AsyncDetectOptions,
  DEFAULT_MIN_CONFIDENCE,
  type DetectOptions,
  detect,
  raise,
  scan,
} from './detect.ts'
export { Enough, MOST_JUDGED, MOST_LISTED } from './enough.ts'
export {
  type Finding,
  type HealthKind,
  type IdentifierKind,
  type Kind,
  type Level,
  SAFE_HARBOR,
} from './kinds.ts'
export type { NameCandidate, Scanned, ScanOptions } from './scanner.ts'
export { detectStream } from './stream.ts'
export { Judge, suspects, type Verdict } from './suspects.ts'
