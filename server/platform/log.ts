import pino, { type Logger } from 'pino'

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

/**
 * The log of the process. What may carry PHI or secrets is cut out by path; messages are fixed texts, and
 * errors are logged by kind and place only (see `http/server.ts`).
 */
export function makeLog(level: string, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: { app: 'wellkeep' },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          'secret',
          'token',
          'authorization',
          'cookie',
          'body',
          'query',
          'values',
          'parameters',
          'detail',
          'err.message',
          'err.detail',
          'err.where',
          '*.password',
          '*.secret',
          '*.token',
          '*.authorization',
          '*.cookie',
          '*.body',
          '*.query',
          '*.values',
          '*.parameters',
          '*.detail',
        ],
        remove: true,
      },
    },
    destination,
  )
}
