import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react'
import classes from './OfflineBanner.module.css'
import { useNetworkState } from './use-network-state.ts'

const SAYS = {
  offline: 'This device is offline. Changes can’t be saved just now.',
  unreachable: 'The server can’t be reached. Trying again… Changes can’t be saved just now.',
  back: 'The connection is back.',
}

/** Says that no answers come, for as long as none do, and when they come again. */
export function OfflineBanner() {
  const state = useNetworkState()
  const Icon = state === 'back' ? IconCloudCheck : IconCloudOff
  return (
    <div
      role="status"
      className={
        state === 'fine' ? undefined : `${classes.banner} wk-no-print ${state === 'back' ? classes.back : ''}`
      }
    >
      {state !== 'fine' && (
        <>
          <Icon size={18} aria-hidden />
          {SAYS[state]}
        </>
      )}
    </div>
  )
}
