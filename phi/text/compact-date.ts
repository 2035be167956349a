const isMonthAndDay = (month: string, day: string): boolean =>
  month >= '01' && month <= '12' && day >= '01' && day <= '31'
const isYear = (year: string): boolean => year >= '1905' && year <= '2045'

/** "19790214" or "02141979": whether eight digits may be a day as systems write it. */
export const isDayAsDigits = (digits: string): boolean =>
  (isYear(digits.slice(0, 4)) && isMonthAndDay(digits.slice(4, 6), digits.slice(6))) ||
  (isYear(digits.slice(4)) && isMonthAndDay(digits.slice(0, 2), digits.slice(2, 4)))
