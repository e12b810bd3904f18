import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { measuresChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { paragraph, present, sinceYearBefore, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { shareSentence } from '../sentences.ts'
import { changedSharesOf } from '../changedShares.ts'
import { measuresTable } from '../measuresTable.ts'

const FIGURES = ['education.eet', 'education.neet', 'cla.suitable_accommodation_16_18']

const PATHWAY = ['pathway_reviews.held', 'pathway_reviews.on_time', 'pathway_reviews.attended']

export const careLeavers: Section = {
  id: 'care_leavers',
  place: 1400,
  title: 'Young people who have left care',
  figures: [...FIGURES, ...PATHWAY],
  prompt:
    'How reviews prepare young people for leaving: pathway plans, staying put, health summaries, and who keeps in touch.',
  write: (year) => [
    ...activity(year),
    ...accommodation(year),
    ...present(
      measuresChart(year, FIGURES, `Care leavers, ${yearNames(year)}`),
      measuresTable(year, FIGURES, `Care leavers in the return, ${yearNames(year)}`),
    ),
    ...pathwayReviews(year),
  ],
}

function pathwayReviews(year: ReportYear): Block[] {
  const table = measuresTable(year, PATHWAY, `Reviews of pathway plans after 18, ${yearNames(year)}`)
  return table ? [...changedSharesOf(year, PATHWAY), table] : []
}

function activity(year: ReportYear): Block[] {
  const measure = valued(year.now, 'education.eet')
  if (!measure) return paragraph(year.now.measures.get('education.eet')?.reason ?? '')
  return paragraph(
    shareSentence(
      measure,
      ['care leaver', 'care leavers'],
      (amount, agree) =>
        `${amount} whose activity is recorded ${agree('was', 'were')} in education, employment or training.`,
    ),
    sinceYearBefore(year, measure),
  )
}

function accommodation(year: ReportYear): Block[] {
  const measure = valued(year.now, 'cla.suitable_accommodation_16_18')
  if (!measure) return []
  return paragraph(
    shareSentence(
      measure,
      ['care leaver', 'care leavers'],
      (amount) => `${amount} aged 16 to 18 whose accommodation is recorded lived in suitable accommodation.`,
    ),
    sinceYearBefore(year, measure),
  )
}
