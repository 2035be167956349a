import { type Answers, isQuestion, type SignatureAnswer } from '../../../../forms/index.ts'
import { Sheet } from '../../../platform/pdf/sheet.ts'
import type { Shown } from '../present.ts'
import { answerText } from './text.ts'

interface Disclosure {
  organization: string
  purpose: string
  requester: string
  time: Date
}
const moment = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`

/** One response as a readable document: who gives it out and what for, then question by question. */
export function responsePdf(response: Shown, disclosure: Disclosure): NodeJS.ReadableStream {
  const when = moment(disclosure.time.toISOString())
  const sheet = new Sheet({
    organization: disclosure.organization,
    title: 'Answers to a form',
    footer: [
      `Disclosed to ${disclosure.requester} on ${when} for: ${disclosure.purpose}`,
      'Holds protected health information. Keep it confidential and destroy it when it is no longer needed.',
    ],
  })
  const answers = response.answers as Answers
  const names = new Map(response.files.map((f) => [f.id, f.name ?? 'a file']))
  sheet.title(response.title.en, `${response.client.name}  ·  version ${response.n}`)
  sheet.pair('Handed in', [response.submittedAt ? moment(response.submittedAt) : 'not yet'])
  sheet.pair('By', [response.by ?? undefined])
  sheet.pair('Purpose of disclosure', [disclosure.purpose])
  sheet.pair('Requested by', [disclosure.requester])
  sheet.pair('Time', [when])
  sheet.pair('Wellkeep ID', [response.id])
  sheet.heading('Answers')
  for (const field of response.definition.fields) {
    if (field.kind === 'heading') sheet.heading(field.label.en)
    if (!isQuestion(field) || !Object.hasOwn(answers, field.id)) continue
    const answer = answers[field.id]!
    const mark = field.kind === 'signature' ? (answer as SignatureAnswer) : undefined
    if (mark?.kind === 'drawn') sheet.picture(field.label.en, Buffer.from(mark.png, 'base64'))
    else sheet.pair(field.label.en, [answerText(field, answer, (id) => names.get(id) ?? 'a file')])
  }
  return sheet.end()
}
