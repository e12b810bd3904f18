import type { Block, Section } from '../block.ts'
import { breakdownChart, percentagesChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { heading, onDayBefore, paragraph, present, snapshotDay, snapshotDays, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { comparedWith, mostCommonText, measureText, smallNumberText } from '../sentences.ts'
import { breakdownTable, measuresTable } from '../tables.ts'

const CHECKS = [
  'health.assessment_current',
  'health.dental_current',
  'health.immunisations',
  'health.development_check_under_5',
]
const WELLBEING = ['health.sdq_current', 'health.sdq_healthy', 'health.substance_misuse']

export const health: Section = {
  id: 'health',
  title: 'Health',
  figures: [...CHECKS, ...WELLBEING, 'health.sdq_bands'],
  prompt:
    'What reviews did where a check was overdue or a score was high: initial health assessments, waiting for dentists and mental health services, and health summaries for young people leaving care.',
  write: (year) => [...checks(year), ...wellbeing(year)],
}

function checks(year: ReportYear): Block[] {
  const [assessment, dental] = [
    valued(year.now, 'health.assessment_current'),
    valued(year.now, 'health.dental_current'),
  ]
  return [
    heading('Health checks'),
    ...paragraph(
      `The return asks about the health of children looked after on ${snapshotDay(year.now)} who had been so for at least 12 months without a break.`,
      assessment
        ? `${measureText(assessment)} had a health assessment in the year${comparedWith(assessment, valued(year.before, assessment.id), onDayBefore(year))}.`
        : '',
      dental
        ? `${measureText(dental)} had their teeth checked by a dentist${comparedWith(dental, valued(year.before, dental.id), onDayBefore(year))}.`
        : '',
      assessment ? smallNumberText(assessment, 'child') : '',
    ),
    ...present(
      percentagesChart(year, CHECKS, `Health checks, ${yearNames(year)}`),
      measuresTable(year, CHECKS, `Health of children looked after for at least 12 months on ${snapshotDays(year)}`),
    ),
  ]
}

function wellbeing(year: ReportYear): Block[] {
  const [sdq, bands] = [valued(year.now, 'health.sdq_current'), valued(year.now, 'health.sdq_bands')]
  const table = measuresTable(
    year,
    WELLBEING,
    `Emotional wellbeing and substance misuse, children looked after for at least 12 months on ${snapshotDays(year)}`,
  )
  if (!sdq && !bands && !table) return []
  return [
    heading('Emotional wellbeing'),
    ...paragraph(
      'The strengths and difficulties questionnaire (SDQ) is filled in by carers once a year for children aged 4 to 16. A score of 0 to 13 is normal, 14 to 16 borderline, and 17 to 40 a cause for concern.',
      sdq
        ? `A score was recorded for ${measureText(sdq)} children${comparedWith(sdq, valued(year.before, sdq.id), onDayBefore(year))}.`
        : '',
      bands && bands.value !== 0 ? `Of those with a score, the largest groups were ${mostCommonText(bands, 2)}.` : '',
      sdq ? smallNumberText(sdq, 'child') : '',
    ),
    ...present(
      table,
      breakdownChart(year, 'health.sdq_bands', `SDQ scores by band, ${snapshotDays(year)}`, 'Band'),
      breakdownTable(year, 'health.sdq_bands', {
        caption: `Children with an SDQ score, looked after for at least 12 months on ${snapshotDays(year)}, by band`,
        heading: 'Band',
      }),
    ),
  ]
}
