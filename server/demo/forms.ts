import type { Answers, Definition } from '../../forms/index.ts'
import { answerForm, askForm, makeForm } from '../domains/forms/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import type { Platform } from '../platform/open.ts'

const text = (en: string, es: string) => ({ en, es })

/** A short questionnaire before a visit, in both languages. */
const BEFORE_A_VISIT = {
  title: text('Before your visit', 'Antes de su visita'),
  intro: text(
    'It takes about three minutes. You can stop and go on later.',
    'Le llevará unos tres minutos. Puede parar y seguir más tarde.',
  ),
  fields: [
    { id: 'about', kind: 'heading', label: text('About you', 'Sobre usted') },
    {
      ...{ id: 'phone', kind: 'phone', class: 'contact', prefill: 'phone' },
      label: text('Where do we reach you?', '¿Dónde podemos llamarle?'),
    },
    {
      ...{ id: 'reason', kind: 'long-text', class: 'clinical', required: true },
      label: text('What brings you to us?', '¿Qué le trae a nosotros?'),
    },
    {
      ...{ id: 'pain', kind: 'yes-no', class: 'clinical', required: true },
      label: text('Are you in pain?', '¿Tiene dolor?'),
    },
    {
      ...{ id: 'where', kind: 'choices', class: 'clinical', required: true },
      label: text('Where?', '¿Dónde?'),
      options: [
        { id: 'back', label: text('Back', 'Espalda') },
        { id: 'knee', label: text('Knee', 'Rodilla') },
        { id: 'elsewhere', label: text('Somewhere else', 'En otro lugar') },
      ],
      when: { match: 'all', tests: [{ field: 'pain', is: 'equals', value: true }] },
    },
    {
      ...{ id: 'interpreter', kind: 'choice', class: 'demographic' },
      label: text('In which language shall we speak?', '¿En qué idioma hablamos?'),
      options: [
        { id: 'en', label: text('English', 'Inglés') },
        { id: 'es', label: text('Spanish', 'Español') },
      ],
    },
  ],
} as unknown as Definition

const ANSWERS: Answers[] = [
  { phone: '555 0142', reason: 'My knee hurts on stairs.', pain: true, where: ['knee'], interpreter: 'en' },
  { reason: 'The yearly check.', pain: false, interpreter: 'es' },
  { phone: '555 0177', reason: 'A cough for two weeks.', pain: false },
]

/** A form that clients answered, and that the portal person was sent. */
export async function seedForms(
  { db, keys }: Platform,
  orgId: string,
  who: { coordinator: string; clients: string[] },
): Promise<void> {
  await db.withContext({ orgId, userId: who.coordinator }, async (tx) => {
    const id = await makeForm(keys, tx, BEFORE_A_VISIT)
    const [own, ...others] = who.clients
    for (const [i, answers] of ANSWERS.entries()) await answerForm(keys, tx, id, others[i]!, answers)
    const portal = await tx.db
      .selectFrom('portal_clients')
      .select('user_id')
      .where('client_id', '=', own!)
      .execute()
    await askForm(
      tx,
      id,
      own!,
      portal.map((p) => p.user_id),
    )
    await recordOperator(tx, { action: 'demo.seed', object: { type: 'form', id } })
  })
}
