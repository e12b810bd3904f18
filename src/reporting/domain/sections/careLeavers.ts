import type { Section } from '../block.ts'
import { percentagesChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { inYearBefore, paragraph, present, yearNames } from '../phrases.ts'
import { comparedWith, measureText, smallNumberText } from '../sentences.ts'
import { measuresTable } from '../tables.ts'

const FIGURES = ['education.eet', 'education.neet', 'cla.suitable_accommodation_16_18']

export const careLeavers: Section = {
  id: 'care_leavers',
  title: 'Young people who have left care',
  figures: FIGURES,
  prompt:
    'How reviews prepare young people for leaving: pathway plans, staying put, health summaries, and who keeps in touch.',
  write: (year) => {
    const [busy, housed] = [valued(year.now, 'education.eet'), valued(year.now, 'cla.suitable_accommodation_16_18')]
    const missing = year.now.measures.get('education.eet')
    if (!busy && !housed) return paragraph(missing?.reason ?? 'The return has no figures on care leavers.')
    return [
      ...paragraph(
        busy
          ? `${measureText(busy)} care leavers whose activity is recorded were in education, employment or training${comparedWith(busy, valued(year.before, busy.id), inYearBefore(year))}.`
          : '',
        housed
          ? `Of those aged 16 to 18 whose accommodation is recorded, ${measureText(housed)} lived in suitable accommodation${comparedWith(housed, valued(year.before, housed.id), inYearBefore(year))}.`
          : '',
        busy ? smallNumberText(busy, 'young person') : '',
      ),
      ...present(
        percentagesChart(year, FIGURES, `Care leavers, ${yearNames(year)}`),
        measuresTable(year, FIGURES, `Care leavers in the return, ${yearNames(year)}`),
      ),
    ]
  },
}
