/** "1012845331V153053": a veteran's integration control number, ten digits, "V" and a checksum of six. */
export function isVeteran(text: string): boolean {
  if (text.length !== 17 || (text.charCodeAt(10) | 32) !== 118) return false
  for (let i = 0; i < 17; i++) {
    const unit = text.charCodeAt(i)
    if (i !== 10 && (unit < 48 || unit > 57)) return false
  }
  return true
}
