import type { Statement, Tx } from '../../../platform/db/database.ts'

const NO_RULES: Statement = {
  name: 'rules-off',
  text: "select set_config('wk.rules', 'off', true)",
}
const NO_ANSWERS: Statement = {
  name: 'answers-off',
  text: "select set_config('wk.answers', 'off', true)",
}

/** What is done from here to the end of the transaction sets off no rule. */
export const setsOffNoRules = async (tx: Tx): Promise<void> => void (await tx.run(NO_RULES, []))

/** What happens in this transaction came from a machine: a rule that it sets off answers nothing by mail or portal. */
export const answerNothing = async (tx: Tx): Promise<void> => void (await tx.run(NO_ANSWERS, []))
