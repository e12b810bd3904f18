import { placementsChart } from '../../children/domain/figures/charts.ts'
import { reviewsByMonth } from '../../reviews/domain/charts.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld, episode, healthOf } from '../../../test/support/children.ts'
import { registersOf } from '../../../test/support/registers.ts'
import { compareDates, date, longDateWithWeekday } from '../../kernel/dates.ts'
import { openDeadlines, openDeadlinesOf } from '../../world/deadlines.ts'
import { allFigures } from '../../main/rooms.ts'
import { deadlinesTable, recordsTable } from '../tables.ts'
import { childPage } from './child.view.ts'
import { childrenPage } from './children.view.ts'
import { childrenFilters, listedChildren } from './children.list.ts'
import { dayOf } from './day.ts'
import { duePage } from './due.view.ts'
import { dueFilters } from './due.list.ts'
import { figurePage, recordFilters } from './figure.view.ts'
import { figuresPage, newestYear } from './figures.view.ts'
import { registersWith } from '../../../test/support/rows.ts'
import { context } from '../../children/registers/context.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'

const CODE = 'E09000033'

/** Due for a second review on 1 December 2022, having had the first on 1 September. */
const waiting = aChild({
  child: '100',
  bornOn: '2012-06-01',
  episodes: ['2022-08-08 S C2 U6'],
  reviews: ['2022-09-01'],
})
/** Should have had a first review by 29 September 2022: 19 September was a bank holiday. */
const overdue = aChild({ child: '200', bornOn: '2014-06-01', episodes: ['2022-08-31 S V2 K2'] })
const left = aChild({ child: '300', bornOn: '2014-06-01', episodes: ['2022-05-03..2022-09-30 S V2 U6 E4A'] })
const world = aWorld([waiting, overdue, left], { asAt: '2022-11-25' })

const due = (filters: Record<string, unknown> = {}) => duePage(world, dueFilters.parse(filters), CODE)
const reviewsOf = (page: ReturnType<typeof due>) =>
  page.rows.map(({ child, what, due, days }) => ({ child, what, due, days }))

describe('the due list', () => {
  test('says each date with its weekday and its days in words, the earliest first', () => {
    assert.deepEqual(reviewsOf(due({ kind: 'review' })), [
      { child: '200', what: 'First review', due: 'Thursday 29 September 2022', days: '57 days late' },
      { child: '100', what: 'Second review', due: 'Thursday 1 December 2022', days: 'in 6 days' },
    ])
  })

  test('opens each date to its reason', () => {
    const [first] = due({ kind: 'review' }).rows
    assert.match(first?.why ?? '', /Counted from becoming looked after on Wednesday 31 August 2022: 20 working days/)
    assert.equal(first?.isLate, true)
  })

  test('says that a date may be wrong only where the day that it is counted from is in doubt', () => {
    const doubt = { message: 'Wrong.', hint: 'Correct it.', isOfPresent: false }
    const doubted = (more: { days: string[]; isOfPresent?: boolean }) =>
      duePage(world, dueFilters.parse({ kind: 'review' }), CODE, true, new Map([['100', [{ ...doubt, ...more }]]]))
        .rows.filter(({ isDoubtful }) => isDoubtful)
        .map(({ child }) => child)
    assert.deepEqual(doubted({ days: ['2022-09-01'] }), ['100'], 'the first review')
    assert.deepEqual(doubted({ days: ['2022-08-08'] }), [], 'the start of care does not move the second review')
    assert.deepEqual(doubted({ days: [], isOfPresent: true }), ['100'], 'where the child lives now')
  })

  for (const { why, filters, children } of [
    { why: 'by part of the id', filters: { child: '10' }, children: ['100'] },
    { why: 'to what is overdue', filters: { when: 'overdue' }, children: ['200'] },
    { why: 'to the next days, not to what is late', filters: { when: '7' }, children: ['100'] },
    { why: 'to fewer days than there are left', filters: { when: 'today' }, children: [] },
    { why: 'to a kind of placement', filters: { placement: 'residential' }, children: ['200'] },
    { why: 'to one time limit', filters: { limit: 'Second review' }, children: ['100'] },
    {
      why: 'not at all by a filter that makes no sense',
      filters: { when: 'soon', page: 'x' },
      children: ['100', '200'],
    },
  ]) {
    test(`is narrowed ${why}`, () => {
      const { rows } = due({ kind: 'review', ...filters })
      assert.deepEqual(rows.map(({ child }) => child).sort(), children)
    })
  }

  test('keeps what it is narrowed to in every address it gives', () => {
    const page = due({ kind: 'review', child: '1', asAt: '25 11 2022' })
    assert.equal(page.csvHref, '/authorities/E09000033/due.csv?child=1&kind=review&asAt=25+11+2022')
    for (const { href } of page.counts) assert.match(href, /child=1&kind=review/)
  })

  test('counts what there is of each, whatever is shown of it', () => {
    const texts = due({ kind: 'review', when: 'today' }).counts.map(({ text }) => text)
    assert.deepEqual(texts, [
      '1 overdue',
      '0 due today',
      '1 due in the next 7 days',
      '1 in the next 28 days',
      '2 deadlines in all',
    ])
  })

  test('a day that is none is said, and the list is shown for today', () => {
    const today = date('2022-11-25')
    assert.deepEqual(dayOf({ asAt: 'soon' }, today), { day: today, isRead: false })
    assert.deepEqual(dayOf({ asAt: '1/12/2022' }, today), { day: date('2022-12-01'), isRead: true })
    const page = duePage(world, dueFilters.parse({ asAt: 'soon' }), CODE, false)
    assert.deepEqual(page.errors, [{ text: 'Enter the day as a date, like 31 3 2026', href: '#asAt' }])
  })

  test('says where the returns end before the day shown', () => {
    assert.equal(due().note, '')
    const later = duePage(aWorld([waiting], { asAt: '2023-05-01' }), dueFilters.parse({}), CODE)
    assert.match(later.note, /^The data here reach to 31 March 2023\./)
  })

  test('can be taken away whole, each line with its reason', () => {
    const table = deadlinesTable(openDeadlines(world), world)
    assert.equal(table.length, openDeadlines(world).length + 1)
    const line = table.find(([clock, , , child]) => clock === 'CLK-REV-2' && child === '100')
    assert.deepEqual(line?.slice(4, 9), ['the first review, held', '2022-09-01', '2022-12-01', 6, false])
  })
})

describe('the list of children', () => {
  test('holds who is looked after on the day, with what there is to note', () => {
    const missing = [
      { from: date('2022-11-20'), to: null, kind: 'M', source: { year: 2022, table: 'Missing', row: 2 } },
    ]
    const children = listedChildren(aWorld([{ ...waiting, missing }, overdue, left], { asAt: '2022-11-25' }))
    assert.deepEqual(
      children.map(({ child, age, flags }) => ({ child, age, flags })),
      [
        { child: '200', age: 8, flags: ['overdue'] },
        { child: '100', age: 10, flags: ['missing'] },
      ],
    )
  })

  for (const { why, filters, children } of [
    { why: 'legal status', filters: { status: 'V2' }, children: ['200'] },
    { why: 'placement', filters: { placement: 'la_foster' }, children: ['100'] },
    { why: 'what there is to note', filters: { flag: 'overdue' }, children: ['200'] },
    { why: 'id', filters: { child: '9' }, children: [] },
  ]) {
    test(`is narrowed by ${why}`, () => {
      const { rows } = childrenPage(world, childrenFilters.parse(filters), CODE)
      assert.deepEqual(
        rows.map(({ child }) => child),
        children,
      )
    })
  }

  test('is called what the authority calls its children', () => {
    const settings = { words: { children: 'our children', child: 'one of our children' } }
    assert.equal(childrenPage(aWorld([waiting], { settings }), childrenFilters.parse({}), CODE).title, 'Our children')
  })
})

describe('a child’s page', () => {
  const child = aChild({
    child: '400',
    bornOn: '2012-06-01',
    episodes: [
      '2021-04-06..2021-05-20 S C1 U6 X1',
      episode('2021-05-20..2022-01-10 P C2 K2 E4A', { provider: 'PR4' }),
      '2022-08-08 S C2 U6',
    ],
    reviews: ['2021-05-04', '2021-08-20 PN3', '2022-09-01 PN2'],
    missing: [
      { from: date('2021-07-01'), to: date('2021-07-03'), kind: 'M', source: { year: 2021, table: 'Missing', row: 2 } },
    ],
    health: [healthOf(2021, { hadTeethCheck: true, sdqScore: 12 })],
  })
  const itsWorld = aWorld([child], { asAt: '2022-11-25' })
  const [history] = itsWorld.histories
  assert.ok(history)
  const page = childPage(history, itsWorld, [
    { code: 'odd', child: '400', source: { year: 2021, table: 'Episodes', row: 7 }, what: 'Odd.', counted: 'So.' },
  ])
  const rowsOf = (caption: string) => page.tables.find((table) => table.caption === caption)?.rows

  test('begins with the next review and its reason', () => {
    assert.equal(page.nextReview?.what, 'Second review')
    assert.equal(page.nextReview.due, 'Thursday 1 December 2022')
    assert.match(page.nextReview.why, /not more than 3 months after the first review/)
  })

  test('says who the child is and where', () => {
    assert.deepEqual(Object.fromEntries(page.summary.map(({ key, value }) => [key, value])), {
      Age: '10, born on 1 June 2012',
      Sex: 'Female',
      'Looked after': 'Since 8 August 2022',
      'Legal status': 'Full care order',
      'Main need': 'Abuse or neglect',
      Placement: 'Foster care with another carer, not long term, since 8 August 2022',
      Provider: 'Own provision',
    })
  })

  test('tells what has happened, as a picture and as tables', () => {
    assert.match(page.timeline ?? '', /<title id="history-title">What has happened to child 400</)
    assert.deepEqual(rowsOf('Periods of care'), [
      ['6 April 2021', '10 January 2022', 'Returned home as part of the care plan'],
      ['8 August 2022', 'now', ''],
    ])
    assert.equal(rowsOf('Placements')?.length, 3)
    assert.deepEqual(rowsOf('Reviews held')?.[1], [
      '20 August 2021', 'Second', '4 August 2021', 'No, 16 days late', 'Attended and gave views without speech',
    ]) // prettier-ignore
    assert.deepEqual(rowsOf('Missing, and away without authorisation'), [['1 July 2021', '3 July 2021', 'Missing']])
    assert.deepEqual(rowsOf('Health in the year to 31 March'), [
      ['2021-22', 'not recorded', 'Yes', 'not recorded', '12'],
    ])
    assert.equal(rowsOf('Short breaks'), undefined)
  })

  test('says what is odd and where it stands', () => {
    assert.deepEqual(page.findings, [{ what: 'Odd.', how: 'So.', where: 'Episodes, row 7, 2021-22' }])
  })

  test('says that the start of care is not known where its date is blank, and not that there is no care', () => {
    const blank = aWorld([{ ...child, episodes: [], hasBlankStart: true }], { asAt: '2022-11-25' })
    const [itsHistory] = blank.histories
    assert.ok(itsHistory)
    const its = childPage(itsHistory, blank, [])
    assert.match(its.noReview, /^We do not know when care began/)
    assert.equal(its.summary.find(({ key }) => key === 'Looked after')?.value, 'Not known')
  })

  test('lists what else is due by its day', () => {
    const days = openDeadlinesOf(itsWorld, history.record.child).map(({ due }) => due)
    assert.ok(days.length > 2)
    const shown = page.deadlines.map(({ due }) => due)
    const inOrder = [...days].sort(compareDates).map((day) => longDateWithWeekday(day))
    assert.deepEqual(
      shown,
      inOrder.filter((day) => shown.includes(day)),
    )
  })

  test('of a child who has left says so', () => {
    const gone = world.histories.find(({ record }) => record.child === left.child)
    assert.ok(gone)
    const leftPage = childPage(gone, world, [])
    assert.equal(leftPage.nextReview, null)
    assert.equal(leftPage.noReview, 'Not looked after on this day, so no review is due.')
    assert.ok(leftPage.summary.some(({ value }) => value === 'No, not since 30 September 2022'))
  })
})

describe('the figures of a year', () => {
  const now = aWorld([waiting, overdue, left])
  const coverage = [2021, 2022].map((year) => ({ year, carriesEarlierReviews: true }))
  const before = aWorld([waiting], { year: '2021-22', coverage })
  const years = [reportingYear(2021), reportingYear(2022)]
  const charts = [
    { place: 100, draw: reviewsByMonth },
    { place: 200, draw: placementsChart },
  ]
  const shown = { figures: allFigures, charts }
  const page = figuresPage(shown, { now, before }, years, CODE)
  const line = (id: string) => page.areas.flatMap(({ lines }) => lines).find((one) => one.id === id)

  test('each number is printed with its parts, last year and the change in words', () => {
    const count = line('cla.count')
    assert.deepEqual([count?.value, count?.before, count?.change], ['2', '0', '2 more'])
    assert.equal(line('reviews.on_time')?.value, '100.0%, 1 of 1')
  })

  test('a figure that can’t be worked out says why, and is compared with nothing', () => {
    const rate = line('cla.rate_per_10k')
    assert.equal(rate?.value, 'not available')
    assert.match(rate.reason, /population/)
    assert.equal(rate.change, '')
  })

  test('eight of them come first, and each leads to its records', () => {
    assert.equal(page.highlights.length, 8)
    assert.equal(page.highlights[0]?.href, '/authorities/E09000033/figures/2022-23/cla.count')
    assert.equal(page.highlights[0].comparison, '2 more than 2021-22')
  })

  test('a target stands with its source, and a share says what chance could do', () => {
    const registers = registersWith([
      [context, 'year,measure,group,value,source', ['2022-23,reviews.on_time,TARGET,98,Service plan', '2022-23,cla.count,TARGET,60,Service plan']],
    ]) // prettier-ignore
    const withTarget = (of: typeof now) => ({ ...of, registers })
    const highlightsOf = (of: typeof now) => figuresPage(shown, { now: of, before }, years, CODE).highlights
    const onTime = (of: typeof now) => highlightsOf(of).find(({ id }) => id === 'reviews.on_time')
    assert.equal(onTime(withTarget(now))?.target, 'Target 98.0% (Service plan)')
    assert.equal(highlightsOf(withTarget(now))[0]?.target, 'Target 60 (Service plan)')
    assert.equal(highlightsOf(withTarget(aWorld([waiting], { asAt: '2022-11-25' })))[0]?.target, '')
    const same = figuresPage(shown, { now, before: now }, years, CODE).highlights
    assert.ok(same.every(({ chance }) => chance === ''))
  })

  test('a breakdown leads to the records under each key', () => {
    const tables = page.areas.flatMap(({ tables }) => tables)
    const groups = tables.find(({ id }) => id === 'cla.by_placement_group')
    assert.deepEqual(
      groups?.parts.map(({ label, value, href }) => [label, value, href.split('?')[1]]),
      [
        ['Foster care, local authority', '1', 'key=la_foster'],
        ['Residential care', '1', 'key=residential'],
      ],
    )
  })

  test('without the year before, nothing is compared', () => {
    const alone = figuresPage(shown, { now, before: null }, years, CODE)
    assert.equal(alone.hasLastYear, false)
    assert.equal(alone.highlights[0]?.comparison, '')
  })

  test('a year that is not over is compared with the same days of the year before, in words too', () => {
    const partly = { now: aWorld([waiting], { asAt: '2022-11-25' }), before: aWorld([waiting], { year: '2021-22', asAt: '2021-11-25', coverage }) } // prettier-ignore
    const { lastYear, isPartYear, highlights } = figuresPage(shown, partly, years, CODE)
    assert.deepEqual([lastYear, isPartYear], ['1 April 2021 to 25 November 2021', true])
    assert.deepEqual(
      [highlights[0]?.label, highlights[0]?.comparison],
      ['Children looked after on 25 November 2022', '1 more than 1 April 2021 to 25 November 2021'],
    )
  })

  test('a year that is not over says up to when it counts', () => {
    const partial = figuresPage(shown, { now: aWorld([waiting], { asAt: '2022-11-25' }), before: null }, years, CODE)
    assert.equal(partial.span, '1 April 2022 to 25 November 2022, a year not yet over')
  })

  test('open on the newest year imported', () => {
    assert.equal(newestYear(years)?.name, '2022-23')
    assert.equal(newestYear([]), null)
  })
})

describe('a figure', () => {
  const now = aWorld([waiting, overdue, left])
  const pageOfFigure = (id: string, filters: Record<string, unknown> = {}) => {
    const figure = allFigures.ofId(id)
    assert.ok(figure)
    return figurePage(figure, { now, before: null }, recordFilters.parse(filters), CODE)
  }

  test('shows the records that count and those that do not', () => {
    const page = pageOfFigure('cla.foster_share')
    assert.equal(page.value, '50.0%, 1 of 2')
    assert.equal(page.facts.find(({ key }) => key === 'Records')?.value, '1 record counts, 1 does not')
    assert.equal(page.rows.length, 2)
    assert.deepEqual(
      pageOfFigure('cla.foster_share', { counts: 'no' }).rows.map(({ child }) => child),
      ['200'],
    )
  })

  test('is narrowed to a key, and to a child', () => {
    const children = (filters: Record<string, unknown>) =>
      pageOfFigure('cla.by_placement_group', filters).rows.map(({ child }) => child)
    assert.deepEqual(children({ key: 'residential' }), ['200'])
    assert.deepEqual(children({ child: '100' }), ['100'])
  })

  test('each record leads to its child on the day of the count', () => {
    assert.equal(pageOfFigure('cla.count').rows[0]?.href, '/authorities/E09000033/children/100?asAt=2023-03-31')
  })

  test('says codes and dates in words', () => {
    const ofRecords = (id: string) => {
      const figure = allFigures.ofId(id) ?? assert.fail(id)
      const world = aWorld([waiting])
      return figurePage(figure, { now: world, before: null }, recordFilters.parse({}), CODE).rows[0]?.cells ?? []
    }
    assert.ok(ofRecords('cla.count').includes('8 August 2022'), 'looked after since')
    const review = ofRecords('reviews.on_time')
    for (const words of ['Review', 'First review', 'Attended and spoke for themselves (PN1)']) {
      assert.ok(review.includes(words), `${words} in ${review.join(' | ')}`)
    }
  })

  test('a record of an officer leads to no child', () => {
    const officer = { officerId: 'O1', name: 'Ada', role: 'IRO', fte: 1, startedOn: date('2020-01-01') } as const
    const absent = { endedOn: null, employment: null, qualifiedOn: null, email: null }
    const figure = allFigures.ofId('iros.headcount')
    assert.ok(figure)
    const registers = registersOf({ officers: [{ ...officer, ...absent }] })
    const page = figurePage(figure, { now: { ...now, registers }, before: null }, recordFilters.parse({}), CODE)
    assert.deepEqual(
      page.rows.map(({ href }) => href),
      [null],
    )
  })

  test('has a column for each thing its records say, and as many cells', () => {
    const page = pageOfFigure('reviews.on_time')
    assert.ok(page.rows.length > 0)
    for (const { cells } of page.rows) assert.equal(cells.length + 1, page.columns.length)
  })

  test('its records can be taken away', () => {
    const records = allFigures.ofId('cla.by_placement_group')?.records(now) ?? []
    assert.ok(typeof records !== 'string')
    const [heading, first] = recordsTable(records)
    assert.deepEqual(heading?.slice(0, 6), ['child', 'kind', 'date', 'due', 'counts', 'key'])
    assert.deepEqual(first?.slice(0, 6), ['100', 'child', '2023-03-31', null, true, 'la_foster'])
  })
})
