import type { Fault } from './form.ts'

/**
 * The problems that a use case found as faults of a form: `fields` says where each is put right, null where the whole
 * form is at fault, and `words` what to do about it.
 */
export const faultsOf = <
  Problem extends { code: string },
  const Fields extends Readonly<Record<Problem['code'], string | null>>,
>(
  problems: readonly Problem[],
  fields: Fields,
  words: (problem: Problem) => string,
): Fault<NonNullable<Fields[Problem['code']]>>[] =>
  problems.map((problem) => ({ field: fieldOf<Problem['code'], Fields>(fields, problem.code), text: words(problem) }))

const fieldOf = <Code extends string, Fields extends Readonly<Record<Code, string | null>>>(
  fields: Fields,
  code: Code,
): NonNullable<Fields[Code]> | null => fields[code] ?? null
