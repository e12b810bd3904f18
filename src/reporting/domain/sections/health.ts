import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { breakdownChart, measuresChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { heading, paragraph, present, sinceDayBefore, snapshotDay, snapshotDays, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { mostCommonText, shareSentence } from '../sentences.ts'
import { breakdownTable } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

const CHECKS = [
  'health.assessment_current',
  'health.dental_current',
  'health.immunisations',
  'health.development_check_under_5',
]
const CHILDREN = ['child', 'children'] as const
const WELLBEING = ['health.sdq_current', 'health.sdq_healthy', 'health.substance_misuse']

export const health: Section = {
  id: 'health',
  place: 1100,
  title: 'Health',
  figures: [...CHECKS, ...WELLBEING, 'health.sdq_bands'],
  prompt:
    'What reviews did where a check was overdue or a score was high: initial health assessments, waiting for dentists and mental health services, and health summaries for young people leaving care.',
  write: (year) => [...checks(year), ...wellbeing(year)],
}

function checks(year: ReportYear): Block[] {
  const assessment = year.now.measures.get('health.assessment_current')
  if (!assessment || assessment.value === null) return paragraph(assessment?.reason ?? '')
  const dental = valued(year.now, 'health.dental_current')
  return [
    heading('Health checks'),
    ...paragraph(
      `The return asks about the health of children looked after on ${snapshotDay(year.now)} who had been so for at least 12 months without a break.`,
    ),
    ...paragraph(
      shareSentence(assessment, CHILDREN, (amount) => `${amount} had a health assessment in the year.`),
      sinceDayBefore(year, assessment),
    ),
    ...(dental
      ? paragraph(
          shareSentence(dental, CHILDREN, (amount) => `${amount} had their teeth checked by a dentist in the year.`),
          sinceDayBefore(year, dental),
        )
      : []),
    ...present(
      measuresChart(year, CHECKS, `Health checks, ${yearNames(year)}`),
      measuresTable(year, CHECKS, `Health of children looked after for at least 12 months on ${snapshotDays(year)}`),
    ),
  ]
}

function wellbeing(year: ReportYear): Block[] {
  const sdq = valued(year.now, 'health.sdq_current')
  if (!sdq) return []
  const bands = valued(year.now, 'health.sdq_bands')
  const cohort = `children looked after for at least 12 months on ${snapshotDays(year)}`
  return [
    heading('Emotional wellbeing and substance misuse'),
    ...paragraph(
      'Carers fill in the strengths and difficulties questionnaire (SDQ) once a year for children aged 4 to 16. A score of 0 to 13 is normal, 14 to 16 borderline, and 17 to 40 a cause for concern.',
    ),
    ...paragraph(
      shareSentence(sdq, CHILDREN, (amount) => `A score was recorded for ${amount}.`),
      sinceDayBefore(year, sdq),
      bands
        ? mostCommonText(bands, 1, {
            all: 'All scores were in one band:',
            one: 'Of those with a score, the largest group was',
            several: '',
          })
        : '',
    ),
    ...present(
      measuresTable(year, WELLBEING, `Emotional wellbeing and substance misuse, ${cohort}`),
      breakdownChart(year, 'health.sdq_bands', `SDQ scores by band, ${snapshotDays(year)}`, 'Band'),
      breakdownTable(year, 'health.sdq_bands', {
        caption: `SDQ scores by band, ${cohort}`,
        heading: 'Band',
      }),
    ),
  ]
}
