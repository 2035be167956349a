import { z } from 'zod'
import {
  ANSWER_CLASSES,
  FIELD_KINDS,
  isDay,
  LONGEST_SIGNATURE,
  PREFILLS,
  QUESTION_KINDS,
  TESTS,
} from '../../../forms/index.ts'
import { AttachedFile } from '../files/index.ts'

export const Id = z.uuid()
export const ById = z.object({ id: Id })
export const Page = {
  cursor: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
}
export const Purpose = z.string().trim().min(3).max(500)

const plain = (text: string) => !/[\p{Cs}\0]/u.test(text)
const text = (max: number) => z.string().trim().min(1).max(max).refine(plain, 'must be text')
/** Words that may still be missing while a form is edited. */
const draftText = (max: number) => z.string().trim().max(max).refine(plain, 'must be text')
const Words = z.strictObject({ en: draftText(2000), es: text(2000).optional() })
const OptionWords = z.strictObject({ en: draftText(200), es: text(200).optional() })
const Title = z.strictObject({ en: text(200), es: text(200).optional() })
const FieldId = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/, 'must be letters, digits and hyphens')
const Day = z.string().max(10).refine(isDay, 'must be a day as YYYY-MM-DD')

const Condition = z.strictObject({
  match: z.enum(['all', 'any']),
  tests: z
    .array(
      z.strictObject({
        field: FieldId,
        is: z.enum(TESTS),
        value: z
          .union([z.string().max(500).refine(plain, 'must be text'), z.number(), z.boolean()])
          .optional(),
      }),
    )
    .min(1)
    .max(10),
})
const Limits = z.strictObject({
  longest: z.number().int().min(1).max(10_000).optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  from: Day.optional(),
  to: Day.optional(),
  count: z.number().int().min(1).max(60).optional(),
})
const Field = z.strictObject({
  id: FieldId,
  kind: z.enum(FIELD_KINDS),
  label: Words,
  help: Words.optional(),
  required: z.boolean().optional(),
  class: z.enum(ANSWER_CLASSES).optional(),
  limits: Limits.optional(),
  options: z
    .array(z.strictObject({ id: FieldId, label: OptionWords }))
    .max(60)
    .optional(),
  prefill: z.enum(PREFILLS).optional(),
  when: Condition.optional(),
})
/** As it is edited: whether it can be published is judged then. */
export const DefinitionBody = z.strictObject({
  title: Title,
  intro: Words.optional(),
  fields: z.array(Field).max(150).default([]),
})

const AnswerText = z.string().max(LONGEST_SIGNATURE).refine(plain, 'must be text')
const Part = z.string().max(200).refine(plain, 'must be text').optional()
const Value = z.union([
  AnswerText,
  z.number(),
  z.boolean(),
  z.array(z.string().max(60)).max(60),
  z.strictObject({ line: Part, line2: Part, city: Part, state: Part, postalCode: Part, country: Part }),
  z.strictObject({ kind: z.literal('typed'), text: z.string().max(200).refine(plain, 'must be text') }),
  z.strictObject({ kind: z.literal('drawn'), png: AnswerText }),
])
/** By the id of the question. */
export const AnswersBody = z
  .record(z.string().max(40), Value)
  .refine((answers) => Object.keys(answers).length <= 150, 'must be at most 150 answers')

const Named = z.object({ id: z.string(), name: z.string() })

export const FormLine = z.object({
  id: Id,
  title: z.object({ en: z.string(), es: z.string().optional() }),
  state: z.enum(['draft', 'published', 'withdrawn']),
  published: z.number().nullable(),
  changed: z.boolean(),
  everywhere: z.boolean(),
  facilityIds: z.array(z.string()),
  atWill: z.boolean(),
  /** The team that is told when it was handed in, besides whoever sent it. */
  toldTeamId: z.string().nullable(),
  questions: z.number(),
  /** Of the newest version: the classes that its answers are of. */
  classes: z.array(z.enum(ANSWER_CLASSES)),
  version: z.number(),
  updatedAt: z.string(),
})
const DefinitionAnswer = z.object({
  title: Title,
  intro: Words.optional(),
  fields: z.array(Field),
})
export const FormAnswer = FormLine.extend({ definition: DefinitionAnswer })
export const VersionAnswer = z.object({
  n: z.number(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  definition: DefinitionAnswer,
})

export const RESPONSE_STATES = ['asked', 'draft', 'submitted', 'withdrawn'] as const
export const ResponseLine = z.object({
  id: Id,
  formId: Id,
  title: z.object({ en: z.string(), es: z.string().optional() }),
  n: z.number(),
  client: Named,
  state: z.enum(RESPONSE_STATES),
  byStaff: z.boolean(),
  dueOn: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().nullable(),
  version: z.number(),
})
export const Proposal = z.object({
  field: z.string(),
  prefill: z.enum(PREFILLS),
  class: z.enum(ANSWER_CLASSES),
  before: Value.nullable(),
  after: Value,
  /** Why it can't be taken over by whoever asks, if it can't. */
  hindered: z.string().nullable(),
})
export const ResponseAnswer = ResponseLine.extend({
  definition: DefinitionAnswer,
  answers: z.record(z.string(), Value),
  /** What the record says already, for questions without an answer. */
  prefilled: z.record(z.string(), Value),
  /** Questions of classes that whoever asks does not see. */
  closed: z.array(z.string()),
  files: z.array(AttachedFile),
  by: z.string().nullable(),
  /** It may be filled by whoever asks. */
  fillable: z.boolean(),
  proposals: z.array(Proposal),
  /** Of the client's record as it is now, for taking over. */
  clientVersion: z.number().nullable(),
})
export { QUESTION_KINDS }
