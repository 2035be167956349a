import type { SignatureAnswer } from '../../../forms/index.ts'
import { SignaturePad } from '../../ui/SignaturePad.tsx'
import { Group } from './Group.tsx'
import type { QuestionProps, Said } from './said.ts'

/** A signature: drawn with a finger, a pen or a mouse, or a name that is typed. */
export function SignatureQuestion({ answer, onAnswer, said }: QuestionProps & { said: Said }) {
  const mark = typeof answer === 'object' && 'kind' in answer ? (answer as SignatureAnswer) : null
  return (
    <Group said={said}>
      <SignaturePad label={said.label} value={mark} onChange={(next) => onAnswer(next ?? undefined)} />
    </Group>
  )
}
