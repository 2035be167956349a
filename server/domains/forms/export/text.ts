import type { AddressAnswer, Answer, Field, SignatureAnswer } from '../../../../forms/index.ts'

function addressText(a: AddressAnswer): string {
  const place = [a.city, [a.state, a.postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [a.line, a.line2, place, a.country].filter(Boolean).join(', ')
}

const optionText = (field: Field, id: string) => field.options?.find((o) => o.id === id)?.label.en ?? id

/** An answer as one reads it. */
export function answerText(field: Field, answer: Answer, fileName: (id: string) => string): string {
  switch (field.kind) {
    case 'yes-no':
      return answer ? 'Yes' : 'No'
    case 'choice':
      return optionText(field, String(answer))
    case 'choices':
      return (answer as string[]).map((id) => optionText(field, id)).join('; ')
    case 'file':
      return (answer as string[]).map(fileName).join('; ')
    case 'address':
      return addressText(answer as AddressAnswer)
    case 'signature':
      return (answer as SignatureAnswer).kind === 'typed'
        ? (answer as { text: string }).text
        : 'Signed by hand'
    default:
      return String(answer)
  }
}
