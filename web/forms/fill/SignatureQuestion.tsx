import type { SignatureAnswer } from '../../../forms/index.ts'
import { SignaturePad } from '../../ui/SignaturePad.tsx'
import type { QuestionProps, Said } from './said.ts'

/** A signature: drawn with a finger, a pen or a mouse, or a name that is typed. */
export function SignatureQuestion({ answer, onAnswer, said }: QuestionProps & { said: Said }) {
  const mark = typeof answer === 'object' && 'kind' in answer ? (answer as SignatureAnswer) : null
  return (
    <div id={said.id} tabIndex={-1}>
      <SignaturePad
        label={said.label}
        description={said.help}
        error={said.error}
        value={mark}
        onChange={(next) => onAnswer(next ?? undefined)}
      />
    </div>
  )
}
