import type { World } from '../../children/domain/world.ts'
import { missingFrom } from '../../children/domain/figures/missing.ts'
import { historyOf } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { counted } from '../../kernel/words.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { oversightPermissions } from '../../oversight/permissions.ts'
import { meetingsOf, returnsOf } from '../domain/facts.ts'
import { dayAndTime } from '../domain/times.ts'
import { missingStages } from '../registers/missingMeetings.ts'
import { returnForm, meetingForm } from './missing.form.ts'

const timeWords = (local: string | null): string => {
  if (local === null) return ''
  const { on, at } = dayAndTime(local)
  return `${longDate(on)}, ${spokenTime(at)}`
}

/** What happens when a child goes missing. */
export const missingChildPage: ChildPage = {
  path: 'missing',
  title: 'When the child goes missing',
  intro: 'The return home interview is due within 72 hours of coming back: weekends and bank holidays count.',
  permission: oversightPermissions.write,
  looked: 'looked at when the child was missing',
  forms: () => [returnForm, meetingForm],
  tables: (world, child) => [
    {
      caption: 'Returns and interviews',
      columns: ['Missing from', 'Came back', 'Interview offered', 'Interview held', 'Went from', 'Went to'],
      rows: returnsOf(world, child)
        .toReversed()
        .map((row) => [
          longDate(row.missingFrom),
          timeWords(row.returnedAt),
          timeWords(row.interviewOfferedAt),
          timeWords(row.interviewHeldAt) || (row.declined === true ? 'Declined' : ''),
          row.pushFactors.join('; '),
          row.pullFactors.join('; '),
        ]),
      empty: 'No return is written down yet. Those of a file of registers (missing_returns) appear here too.',
    },
    {
      caption: 'Meetings held',
      columns: ['When', 'Which meeting'],
      rows: meetingsOf(world, child)
        .toReversed()
        .map(({ on, stage }) => [longDate(on), stage ? missingStages[stage] : 'Meeting about the missing child']),
      empty: 'No meeting is written down.',
    },
  ],
}

/** What a child's page shows of going missing: how often, the last return, and the way to write more. */
export function missingPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel[] {
  const history = historyOf(world, child)
  const episodes = history ? missingFrom(history) : []
  const last = returnsOf(world, child).at(-1)
  if (episodes.length === 0 && !last && !mayWrite) return []
  const link = mayWrite
    ? { href: childPagePath(code, child, missingChildPage), text: 'Returns, interviews and meetings' }
    : null
  return [
    {
      heading: 'Missing',
      items: [
        {
          text:
            episodes.length === 0
              ? 'No missing episode from care is recorded.'
              : `${counted(episodes.length, 'missing episode')} from care recorded.`,
          link: null,
        },
        ...(last?.returnedAt ? [{ text: `Last came back on ${timeWords(last.returnedAt)}.`, link: null }] : []),
        ...(link ? [{ text: '', link }] : []),
      ],
    },
  ]
}
