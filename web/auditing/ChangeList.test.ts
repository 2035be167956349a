import { expect, it } from 'vitest'
import { valueText } from './ChangeList.tsx'

it('writes values as a person reads them', () => {
  expect(valueText(null)).toBe('–')
  expect(valueText([])).toBe('–')
  expect(valueText('es')).toBe('es')
  expect(valueText([{ use: 'home', value: '+15550101' }, { value: '+15550102' }])).toBe(
    '+15550101 (home)\n+15550102',
  )
  expect(valueText({ given: ['Ola', 'M'], family: 'Berg', suffix: '' })).toBe('Ola M Berg')
})
