import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import { documentHtml } from '../../documents/write/html/html.ts'
import { date } from '../../kernel/dates.ts'
import { breakdownChart, measuresChart } from './charts.ts'
import type { Measure, YearFigures } from './measure.ts'
import { writeReport } from './report.ts'
import type { ReportYear } from './reportYear.ts'

const year = shownYear(frozenFacts(), false)

/** The year with a figure changed. */
function changed(id: string, now: Partial<Measure>, before: Partial<Measure>): ReportYear {
  const withFigure = (figures: YearFigures, change: Partial<Measure>): YearFigures => {
    const measure = figures.measures.get(id)
    assert.ok(measure)
    return { ...figures, measures: new Map(figures.measures).set(id, { ...measure, ...change }) }
  }
  assert.ok(year.before)
  return { ...year, now: withFigure(year.now, now), before: withFigure(year.before, before) }
}

const groups = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([key, value]) => ({ key, label: key, value }))

describe('charts of the report', () => {
  it('draw a group that only last year had, so that both years add up', () => {
    const lost = changed('cla.by_need', { value: 20, breakdown: groups({ N1: 15, N5: 5 }) }, { value: 20, breakdown: groups({ N1: 12, N4: 8 }) }) // prettier-ignore
    const chart = breakdownChart(lost, 'cla.by_need', 'Need', 'Category of need')
    assert.deepEqual(chart?.categories, ['N1', 'N4', 'N5'])
    assert.deepEqual(
      chart.series.map(({ values }) => values),
      [
        [15, 0, 5],
        [12, 8, 0],
      ],
    )
  })
  it('are not drawn of one figure, nor where all numbers are of few: a sentence says more', () => {
    assert.equal(measuresChart(year, ['reviews.on_time'], 'One'), null)
    const few = changed('missing.children', { value: 2 }, { value: 3 })
    const ids = ['missing.children', 'cla.uasc']
    const bothFew = { ...few, now: { ...few.now, measures: new Map([...few.now.measures].map(([id, one]) => [id, ids.includes(id) ? { ...one, value: 2 } : one])) }, before: null } // prettier-ignore
    assert.equal(measuresChart(bothFew, ids, 'Few'), null)
    assert.ok(measuresChart(year, ['reviews.held', 'cla.count'], 'Many'))
  })
  it('keep a year on one line in their titles, and in those of tables', () => {
    const html = documentHtml(writeReport(year, new Map(), date('2023-07-03')))
    const titles = [...html.matchAll(/<(figcaption|caption)[^>]*>(.*?)<\/\1>/g)].map(([, , title = '']) => title)
    const whole = /<span class="report-year app-short">\d{4}-\d{2}<\/span>/g
    assert.ok(titles.some((title) => whole.test(title)))
    for (const title of titles) assert.doesNotMatch(title.replaceAll(whole, ''), /\d{4}-\d{2}(?!\d)/)
  })
})
