import { parentPort, workerData } from 'node:worker_threads'
import { HOSTILE } from './phi-hostile.ts'
import { grown, MIB, rate, type Way } from './phi-rate.ts'

// One hostile pattern in a thread of its own: answers MB per second.

const { name, how } = workerData as { name: string; how: Way }
parentPort!.postMessage(rate(grown(HOSTILE[name]!, 4 * MIB), 5, how))
