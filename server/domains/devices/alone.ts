import type { Tx } from '../../platform/db/database.ts'

const ALONE = { name: 'device-alone', text: "select set_config('wk.portal', '{}', true)" }

/**
 * Closes to a device's transaction what is open to all of the staff: to the walls it is then as somebody of the portal who
 * belongs to no client. What is the device's own, its tables' policies say. Pipelined with what follows.
 */
export const alone = (tx: Tx): Promise<unknown> => tx.run(ALONE, [])
