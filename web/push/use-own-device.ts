import { useEffect } from 'react'
import { canBeTold, myDevices } from './device.ts'

/** For the layouts behind the sign-in: what this device is told belongs to the session that is open on it now. */
export function useOwnDevice(): void {
  useEffect(() => {
    if (canBeTold() && Notification.permission === 'granted') void myDevices().catch(() => {})
  }, [])
}
