import { start } from './start.tsx'

setTimeout(() => void start())
