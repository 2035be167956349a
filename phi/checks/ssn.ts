/**
 * Nine digits that can be a Social Security number: area not 000, 666 or 900 to 999, group not 00, serial not 0000
 * (Social Security Administration, randomization of 2011), and none of the numbers known from samples and adverts.
 */
export function isSsn(digits: string): boolean {
  if (digits.length !== 9) return false
  const area = digits.slice(0, 3)
  if (area === '000' || area === '666' || area[0] === '9') return false
  return digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000'
}

/** An Individual Taxpayer Identification Number: 9xx, fourth and fifth digit 50 to 65, 70 to 88, 90 to 92, 94 to 99. */
export function isItin(digits: string): boolean {
  if (digits.length !== 9 || digits[0] !== '9') return false
  const group = Number(digits.slice(3, 5))
  return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93)
}
