import type { NotKept } from '../../../kernel/words.ts'
import type { Fault } from './form.ts'

/**
 * The problems that a use case found as faults of a form: `fields` says where each is put right, null where the whole
 * form is at fault, and `words` what to do about it.
 */
export const faultsOf = <Problem extends { code: string }, Name extends string>(
  problems: readonly (Problem | NotKept)[],
  fields: Readonly<Record<Problem['code'], Name | null>>,
  words: (problem: Problem) => string,
): Fault<Name>[] =>
  problems.map((problem) =>
    isNotKept(problem)
      ? { field: null, text: problem.why }
      : { field: fieldOf(fields, problem.code), text: words(problem) },
  )

const isNotKept = (problem: { code: string }): problem is NotKept => problem.code === 'not_kept'

const fieldOf = <Code extends string, Name>(fields: Readonly<Record<Code, Name>>, code: Code): Name => fields[code]
