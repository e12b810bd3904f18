import type { Task } from '../../../house/task.ts'
import { counted } from '../../../kernel/words.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'

/** What the records themselves ask of those who look after the return: rows that fail the rules, and findings. */
export function returnTasks(
  { year, failures, findings }: { year: string; failures: number; findings: number },
  code: string,
): Task[] {
  const task = { child: null, by: null, note: '' }
  return [
    ...(failures > 0
      ? [
          {
            ...task,
            what: `Look at ${counted(failures, 'failure', 'failures')} of the rules in the return of ${year}`,
            href: authorityPath(code, 'data', 'validation', year),
          },
        ]
      : []),
    ...(findings > 0
      ? [
          {
            ...task,
            what: `Look at ${counted(findings, 'finding')} in the records`,
            href: authorityPath(code, 'data', 'findings'),
          },
        ]
      : []),
  ]
}
