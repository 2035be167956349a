import { createHash } from 'node:crypto'
import { totalmem } from 'node:os'

const MiB = 2 ** 20

/** What an operator may change in `postgresql.conf`: written there once, when the cluster is made. */
export function initialSettings(memory = totalmem()): Record<string, string> {
  const buffers = Math.min(256, Math.max(128, Math.floor(memory / 16 / MiB)))
  return {
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 3 / MiB))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_connections: '60',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
}

/**
 * What Wellkeep's promises rest on: passed on the command line at each start, where no file overrides it.
 * Durability: an acknowledged commit is on the disk. Secrecy: the database's log holds the life of the
 * server alone. Errors of statements can carry values (`invalid input syntax for type date: "..."`), so they
 * stay out of it altogether (`log_min_messages = log` ranks above ERROR); whoever ran the statement gets them.
 */
export const PINNED_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_level: 'replica',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
  log_connections: '',
  log_disconnections: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_line_prefix: '%m [%p] ',
  shared_preload_libraries: '',
  session_preload_libraries: '',
  local_preload_libraries: '',
  password_encryption: 'scram-sha-256',
}

/** A name for the running server that says how it was started, so that an adopted one can be compared. */
export function clusterName(version: string, settings: Readonly<Record<string, string>>): string {
  const text = JSON.stringify([version, Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))])
  return `wellkeep-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}
