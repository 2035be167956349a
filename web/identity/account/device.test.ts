import { expect, it } from 'vitest'
import { deviceName, isPhone } from './device.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'

it('names a device as its owner would', () => {
  expect(deviceName(iphone)).toBe('Safari on iPhone')
  expect(deviceName(edge)).toBe('Edge on Windows')
  expect(deviceName('curl/8')).toBe('Unknown device')
  expect(deviceName(null)).toBe('Unknown device')
  expect([isPhone(iphone), isPhone(edge)]).toEqual([true, false])
})
