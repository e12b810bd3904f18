import type { ReplyPages } from '../../inviting/web/replies.routes.ts'
import { type PlainDate, isAfter, isBefore, longDate } from '../../kernel/dates.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import type { ReportEntry } from '../app/decisionReports.ts'
import type { OpenDecision } from '../domain/tracking.ts'
import { decisionName, reportedOutcomes } from '../registers/recommendations.ts'

const form = formOf({
  reported: choiceField(itemsOf(reportedOutcomes)),
  doneOn: dayField('The day on which it was done'),
  evidence: linesField({ most: 4000 }),
  name: lineField({ most: 120 }),
})

type Fault = FaultIn<typeof form>
const missing = (...asked: readonly [Exclude<Fault['field'], null>, boolean, string][]): Fault[] =>
  asked.flatMap(([field, isWrong, text]) => (isWrong ? [{ field, text }] : []))

/** What was sent as a report, or what is wrong with it. */
function readReport(
  sent: unknown,
  { heldOn }: OpenDecision,
  today: PlainDate,
): { entry: ReportEntry | null; faults: readonly Fault[] } {
  const { values, faults } = form.read(sent)
  if (values === null) return { entry: null, faults }
  const { reported, doneOn, evidence, name } = values
  const isDone = reported === 'DONE'
  const wrong = missing(
    ['reported', reported === null, 'Choose what became of it'],
    ['doneOn', isDone && doneOn === null, 'Enter the day on which it was done, like 27 3 2026'],
    ['doneOn', isDone && doneOn !== null && isAfter(doneOn, today), 'The day must be today or in the past'],
    ['doneOn', isDone && doneOn !== null && isBefore(doneOn, heldOn), 'The day must not be before the review that decided it'], // prettier-ignore
    ['evidence', evidence === null, isDone ? 'Enter what shows that it was done' : 'Enter what is in the way'],
    ['name', name === null, 'Enter your name and role'],
  )
  if (wrong.length > 0 || reported === null || evidence === null || name === null) return { entry: null, faults: wrong }
  return { entry: { reported, doneOn: isDone ? doneOn : null, evidence, name }, faults: [] }
}

/** The pages by which the owner of a decision reports it who does not sign in. They name no child. */
export const decisionReportPages = (today: () => PlainDate): ReplyPages<OpenDecision, ReportEntry> => ({
  path: 'report-decision',
  closedTitle: 'Tell us what became of a decision',
  template: 'recording/web/report.njk',
  entryOf: (sent, shown) => readReport(sent, shown, today()).entry,
  page: (shown, sent, problems) => {
    const { decision, heldOn } = shown
    const faults = sent === null ? [] : readReport(sent, shown, today()).faults
    return {
      title: 'What became of a decision',
      caption: `Decision ${decisionName(decision)}`,
      facts: [
        { key: 'What was decided', value: decision.text },
        { key: 'At the review of', value: longDate(heldOn) },
        { key: 'Who is to do it', value: decision.responsible },
        { key: 'By when', value: decision.dueOn ? longDate(decision.dueOn) : 'No date was set' },
      ],
      ...form.shown(sent === null ? form.first() : form.read(sent).typed, [
        ...faults,
        ...problems.map((text) => ({ field: null, text })),
      ]),
    }
  },
  thanks: () => ({
    title: 'Your report is saved',
    paragraphs: ['The Independent Reviewing Officer sees it. The next review looks at what became of the decision.'],
  }),
})
