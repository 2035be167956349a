/** `/clients/$clientId` as the log names it: `/clients/:clientId`. A pattern holds nothing about anybody. */
export const screenName = (fullPath: string): string =>
  fullPath.replace(/\$(\w+)/g, ':$1').replace(/(.)\/$/, '$1') || '/'
