/** One question: what is being answered, and what those are told who asked since that began. */
interface Question<Value> {
  now: Promise<Value>
  next: Promise<Value> | null
}

/**
 * `read` for many at once: while one answer is on its way, all who ask for the same wait for one further answer. Nobody is
 * told what was so before they asked, and of sixty who ask at once a database is asked twice. The arguments must be plain
 * values or days.
 */
export function askTogether<Asked extends readonly unknown[], Value>(
  read: (...asked: Asked) => Promise<Value>,
): (...asked: Asked) => Promise<Value> {
  const questions = new Map<string, Question<Value>>()

  function begin(key: string, asked: Asked): Promise<Value> {
    const question: Question<Value> = { now: read(...asked), next: null }
    questions.set(key, question)
    const end = (): void => {
      if (question.next === null) questions.delete(key)
    }
    question.now.then(end, end)
    return question.now
  }

  return (...asked) => {
    const key = JSON.stringify(asked)
    const question = questions.get(key)
    if (!question) return begin(key, asked)
    const again = (): Promise<Value> => begin(key, asked)
    question.next ??= question.now.then(again, again)
    return question.next
  }
}
