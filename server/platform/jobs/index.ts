export {
  addJob,
  type Job,
  type JobHandler,
  type JobOptions,
  type JobPayload,
  type JobSet,
  removeJob,
} from './queue.ts'
export { type RunningJobs, startJobs } from './runner.ts'
