import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { BOROUGH, boroughWorld } from '../../../test/support/borough.ts'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { blocksOf, cellsOf, tablesOf, textsOf } from '../../../test/support/reportText.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import { valueOf } from '../../figures/compute.ts'
import type { FigureValue } from '../../figures/figure.ts'
import { date } from '../../kernel/dates.ts'
import { allFigures } from '../../main/rooms.ts'
import type { NumberSource } from '../../documents/block.ts'
import { type Report, writeReport } from './report.ts'
import type { ReportFacts } from './reportYear.ts'
import { appendices, reportedFigures, sections } from './sections/all.ts'

const MADE_ON = date('2023-07-03')
const written = (facts: ReportFacts, words: Record<string, string> = {}, areSmallNumbersHidden = false): Report =>
  writeReport(shownYear(facts, areSmallNumbersHidden), new Map(Object.entries(words)), MADE_ON)

/** The made-up borough as the report gets it. */
async function boroughFacts(): Promise<ReportFacts> {
  const world = await boroughWorld()
  const reviews = allFigures.ofId('reviews.on_time')?.records(world)
  assert.ok(Array.isArray(reviews))
  return {
    ...frozenFacts(),
    figures: allFigures.all.filter(({ id }) => reportedFigures.has(id)).map((figure) => valueOf(figure, world)),
    figuresBefore: null,
    reviews,
    settings: world.settings,
  }
}

/** A fraction rounded half up, away from 0, in whole numbers only: another way than the report's own. */
function roundedExactly(numerator: number, denominator: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const [top, bottom] = [BigInt(numerator) * scale, BigInt(denominator)]
  const size = (2n * (top < 0n ? -top : top) + bottom) / (2n * bottom)
  const digits = String(size).padStart(decimals + 1, '0')
  const [whole, rest] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)]
  return `${withCommas(whole)}${rest === '' ? '' : `.${rest}`}`
}

const withCommas = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** A share of fewer than 10 has no decimals. */
const decimalsOf = (whole: number | null, decimals: number): number => (Number(whole) < 10 ? 0 : decimals)

type Years = ReadonlyMap<string, readonly FigureValue[]>

/** What a cell must show, from the figures themselves. */
function expectedText(from: NumberSource, years: Years): string {
  const figureIn = (year: string) => years.get(year)?.find(({ id }) => id === from.figure)
  const figure = figureIn(from.year)
  assert.ok(figure, from.figure)
  const keyIn = (value: FigureValue) => value.breakdown.find(({ key }) => key === from.key)?.value ?? 0
  const [numerator, denominator] = [figure.numerator ?? NaN, figure.denominator ?? NaN]
  switch (from.part) {
    case 'numerator':
      return withCommas(String(numerator))
    case 'denominator':
      return withCommas(String(denominator))
    case 'rest':
      return withCommas(String(denominator - numerator))
    case 'parts':
      return `${withCommas(String(numerator))} of ${withCommas(String(denominator))}`
    case 'share':
      return `${roundedExactly(100 * keyIn(figure), figure.value ?? NaN, decimalsOf(figure.value, 1))}%`
    case 'value':
      if (from.key !== null) return withCommas(String(keyIn(figure)))
      if (figure.unit === 'count') return withCommas(String(figure.value))
      return figure.unit === 'percent'
        ? `${roundedExactly(100 * numerator, denominator, decimalsOf(denominator, figure.decimals))}%`
        : roundedExactly(10_000 * numerator, denominator, figure.decimals)
    case 'change': {
      const before = figureIn('2021-22')
      assert.ok(before, from.figure)
      return signedExactly(figure, before, from.key === null ? null : keyIn(figure) - keyIn(before))
    }
  }
}

function signedExactly(now: FigureValue, before: FigureValue, ofKey: number | null): string {
  const sign = (size: string, isUp: boolean, unit: string) =>
    /^[0.]+$/.test(size) ? '0' : `${isUp ? '+' : '−'}${size}${unit}`
  if (ofKey !== null) return sign(withCommas(String(Math.abs(ofKey))), ofKey > 0, '')
  if (now.unit === 'count') {
    const difference = (now.value ?? NaN) - (before.value ?? NaN)
    return sign(withCommas(String(Math.abs(difference))), difference > 0, '')
  }
  const parts = [now.numerator, now.denominator, before.numerator, before.denominator].map(Number)
  const [n1 = NaN, d1 = NaN, n0 = NaN, d0 = NaN] = parts
  const times = now.unit === 'percent' ? 100 : 10_000
  const difference = times * (n1 * d0 - n0 * d1)
  return sign(
    roundedExactly(difference, d1 * d0, now.decimals),
    difference > 0,
    now.unit === 'percent' ? ' points' : '',
  )
}

describe('every number printed is a figure', async () => {
  const borough = await boroughFacts()
  for (const { whose, facts } of [
    { whose: 'the made-up borough', facts: borough },
    { whose: 'a year with the one before', facts: frozenFacts() },
  ]) {
    const report = written(facts)
    const years: Years = new Map([
      ['2022-23', facts.figures],
      ['2021-22', facts.figuresBefore ?? []],
    ])

    it(`of ${whose}, in tables`, () => {
      const sourced = cellsOf(report).filter(({ cell }) => cell.from !== null)
      assert.ok(sourced.length > 150)
      for (const { where, cell } of sourced) {
        assert.ok(cell.from)
        // The sum from one year's number to the next shows which way each step goes.
        const text = where.startsWith('How the number') ? cell.text.replace(/^[+−]/, '') : cell.text
        assert.equal(text, expectedText(cell.from, years), where)
      }
    })

    it(`of ${whose}: only months, days late and oddities are counted from records`, () => {
      for (const { where, cell } of cellsOf(report)) {
        if (cell.from !== null || !cell.isNumber || ['–', '100%'].includes(cell.text)) continue
        assert.match(where, /by the month in which|by calendar days after|Oddities/)
      }
    })

    it(`of ${whose}: the months and the days late add up to the reviews held and late`, () => {
      const columnSum = (caption: RegExp, column: number) =>
        tablesOf(report)
          .filter((table) => caption.test(table.caption))
          .flatMap((table) => table.rows.filter((row) => !row.isTotal))
          .reduce((sum, row) => sum + Number(row.cells[column]?.text.replaceAll(',', '')), 0)
      const onTime = facts.figures.find(({ id }) => id === 'reviews.on_time')
      assert.equal(columnSum(/by the month/, 0), onTime?.denominator)
      assert.equal(columnSum(/by the month/, 1), onTime?.numerator)
      assert.equal(columnSum(/days after/, 0), facts.figures.find(({ id }) => id === 'reviews.late')?.value)
    })

    it(`of ${whose}, in the text`, () => {
      const known = numbersOf(years)
      // What is said of single months is counted again from the records of made-up services (`told.test.ts`).
      for (const text of textsOf(report).filter((one) => !one.startsWith('Of the months'))) {
        for (const number of numbersIn(text)) assert.ok(known.has(number), `${number} in: ${text}`)
      }
    })
  }
})

/** Every way in which a figure's numbers may stand in a sentence. */
function numbersOf(years: Years): Set<string> {
  const numbers = new Set(NUMBERS_OF_RULES)
  const add = (...texts: string[]) => {
    texts.forEach((text) => numbers.add(text.replace(/^[+−]/, '').replace(' points', '')))
  }
  for (const [year, figures] of years) {
    for (const figure of figures) {
      if (figure.value === null) continue
      const source = (part: NumberSource['part'], key: string | null = null) =>
        expectedText({ year, figure: figure.id, key, part }, years)
      add(source('value'))
      for (const { key } of figure.breakdown) add(source('value', key), source('share', key))
      if (figure.unit !== 'count') add(source('numerator'), source('denominator'), source('rest'))
      if (years.get('2021-22')?.some((before) => before.id === figure.id && before.value !== null)) {
        if (year === '2022-23') add(source('change'))
      }
    }
  }
  const value = (id: string, key?: string) => {
    const figure = years.get('2022-23')?.find((one) => one.id === id)
    return (key === undefined ? figure?.value : figure?.breakdown.find((item) => item.key === key)?.value) ?? 0
  }
  add(roundedExactly(100 * value('cla.uasc'), value('cla.count'), 1) + '%')
  add(
    String(
      value('reviews.held') - Number(years.get('2022-23')?.find(({ id }) => id === 'reviews.on_time')?.denominator),
    ),
  )
  return numbers
}

/** Ages, limits and sections of acts that the sentences themselves name. */
const NUMBERS_OF_RULES = [
  '4',
  '14',
  '16',
  '17',
  '18',
  '72', // hours for a return interview
  '90',
  '12',
  '13',
  '0',
  '20',
  '3',
  '6',
  '10,000',
  '1',
  '10',
  '28',
  '30',
  '5',
  '100',
]

function numbersIn(text: string): string[] {
  const withoutNames = text
    .replaceAll(/\d{1,2} [A-Z][a-z]+ \d{4}/g, '') // days
    .replaceAll(/\d{4}-\d{2}/g, '') // years
    .replaceAll(/“[^”]*”/g, '') // names of groups
    .replaceAll(/ONS mid-\d{4} estimate|\b38,200\b|Bars, one for each of \d+/g, '') // the population's source
    .replaceAll(/section 25[AB]|section 20|Children Act 1989|Regulations 2010|guide of 50 to 70|SSDA903/g, '')
  return withoutNames.match(/\d+(?:,\d{3})*(?:\.\d+)?%?/g) ?? []
}

it('the figures of the made-up borough are those that its answers give', async () => {
  const answers = z
    .object({ figures: z.array(z.object({ id: z.string(), value: z.number() })) })
    .parse(JSON.parse(readFileSync(join(BOROUGH, 'expected-figures.json'), 'utf8')))
  const { figures } = await boroughFacts()
  const unreported = answers.figures.filter(({ id }) => !figures.some((figure) => figure.id === id))
  assert.deepEqual(unreported, [])
  for (const { id, value } of answers.figures) {
    const figure = figures.find((one) => one.id === id)
    assert.ok(Math.abs((figure?.value ?? NaN) - value) < 1e-6, id)
  }
})

describe('the sections', () => {
  it('name figures that there are', () => {
    for (const id of reportedFigures) assert.ok(allFigures.ofId(id), id)
  })
  it('have ids of their own, fit for an address and a key', () => {
    const ids = [...sections, ...appendices].map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z_]+$/)
  })
  it('define every figure that stands in one of their tables', () => {
    for (const section of sections) {
      const tables = section
        .write(shownYear(frozenFacts(), false))
        .flatMap((block) => (block.kind === 'table' ? [block] : []))
      const used = tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap(({ from }) => from?.figure ?? [])),
      )
      for (const figure of new Set(used)) assert.ok(section.figures.includes(figure), `${section.id}: ${figure}`)
    }
  })
})

describe('the report', () => {
  const report = written(frozenFacts())

  it('numbers its tables and figures through', () => {
    const numbers = (kind: 'table' | 'chart') =>
      blocksOf(report).flatMap((block) => (block.kind === kind ? [block.number] : []))
    assert.deepEqual(
      numbers('table'),
      tablesOf(report).map((_, index) => index + 1),
    )
    assert.deepEqual(
      numbers('chart'),
      numbers('chart').map((_, index) => index + 1),
    )
  })
  it('has captions that name a period', () => {
    for (const { caption } of tablesOf(report)) assert.match(caption, /20\d\d/)
  })
  it('prints no row of zeros', () => {
    for (const { where, cell } of cellsOf(report)) {
      if (cell.from?.key == null || cell.from.part !== 'value' || cell.from.year !== '2022-23') continue
      const row = cellsOf(report).filter((other) => other.where === where && other.cell.from?.part === 'value')
      assert.ok(
        row.some((other) => other.cell.text !== '0'),
        where,
      )
    }
  })
  it('is no draft once it is on its way to be published, whatever is missing in it', () => {
    const { front } = written({ ...frozenFacts(), steps: ['published by Alan Sedgwick on 3 July 2023'] })
    assert.doesNotMatch(JSON.stringify(front), /draft/)
    assert.match(front.at(-1)?.text ?? '', /^still to come in (\d+) of \1 places$/)
  })
  it('says what is missing of the service’s own words, and puts them where they belong', () => {
    assert.match(stateOf(report), /^draft: .* in (\d+) of \1 places$/)
    const places = [...sections, ...appendices].filter(({ prompt }) => prompt !== null)
    const all = written(frozenFacts(), Object.fromEntries(places.map(({ id }) => [id, `Words on ${id}.`])))
    assert.match(stateOf(all), /^complete/)
    for (const section of all.sections) {
      const [words] = section.blocks.flatMap((block) => (block.kind === 'own_words' ? [block.text] : []))
      if (words !== undefined) assert.equal(words, `Words on ${section.id}.`)
    }
  })
  it('speaks of children in the authority’s own words', () => {
    const settings = { words: { children: 'cared-for children', child: 'cared-for child' } }
    const texts = textsOf(written({ ...frozenFacts(), settings }))
    assert.ok(texts.some((text) => text.includes('There were 188 cared-for children on 31 March 2023.')))
  })
  it('of a year that is not over says so', () => {
    const text = JSON.stringify(written({ ...frozenFacts(), asAt: date('2022-11-22') }))
    assert.match(text, /1 April 2022 to 22 November 2022 \(the year is not over\)/)
    assert.match(
      text,
      /This year is not over[^"]* last year’s figures are of the same days, 1 April 2021 to 22 November 2021\./,
    )
    assert.match(
      text,
      /more than from 1 April 2021 to 22 November 2021|fewer than from 1 April 2021 to 22 November 2021/,
    )
    assert.doesNotMatch(text, /than in 2021-22/)
  })
  it('without last year compares nothing', () => {
    const text = JSON.stringify(written({ ...frozenFacts(), figuresBefore: null }))
    assert.doesNotMatch(text, /2021-22 share|higher than|lower than|more than in|fewer than in/)
    assert.match(text, /nothing is compared with last year/)
  })
  it('with small numbers hidden shows none, in tables or text, and no counts by month', () => {
    const hidden = written(frozenFacts(), {}, true)
    const smallCounts = cellsOf(hidden).filter(({ cell }) => cell.from?.part === 'value' && /^[1-5]$/.test(cell.text))
    assert.deepEqual(smallCounts, [])
    assert.ok(cellsOf(hidden).some(({ cell }) => cell.text === 'c'))
    assert.doesNotMatch(textsOf(hidden).join(' '), /\b[1-5] (?:children|reviews?|starts?|episodes?) /)
    assert.ok(!tablesOf(hidden).some(({ caption }) => caption.includes('by the month')))
  })
  it('of a year in which nothing happened reads as such, without gaps', () => {
    const empty = frozenFacts().figures.map((figure): FigureValue => {
      const none = { ...figure, breakdown: [], numerator: null, denominator: null }
      return figure.unit === 'count'
        ? { ...none, value: 0 }
        : { ...none, value: null, reason: 'There is nothing to count.' }
    })
    const nothing = written({
      ...frozenFacts(),
      figures: empty,
      figuresBefore: null,
      reviews: [],
      findings: [],
      returns: [],
    })
    const texts = textsOf(nothing)
    assert.ok(texts.some((text) => text.startsWith('No child is recorded as having gone missing')))
    assert.doesNotMatch(JSON.stringify(nothing), /undefined|NaN|null of|\[object/)
  })
  it('holds no word that is not a word', () => {
    assert.doesNotMatch(JSON.stringify(report), /undefined|NaN|\[object|Infinity/)
    for (const text of textsOf(report)) assert.doesNotMatch(text, / {2}|\.\.|\( |^ | $/, text)
  })
})

const stateOf = (report: Report): string => report.front.find(({ label }) => label === 'State')?.text ?? ''

describe('children of whom nobody can say whether every review was on time', () => {
  const leftOutOf = (figures: readonly FigureValue[], leftOut: number): FigureValue[] =>
    figures.map((figure) => (figure.id === 'children.reviews_on_time' ? { ...figure, leftOut } : figure))
  const facts = frozenFacts()
  const before = facts.figuresBefore ?? []
  const textWith = (now: number, then: number, areSmallNumbersHidden = false) =>
    textsOf(
      written(
        { ...facts, figures: leftOutOf(facts.figures, now), figuresBefore: leftOutOf(before, then) },
        {},
        areSmallNumbersHidden,
      ),
    ).join(' ')

  it('are told of, of both years', () => {
    assert.match(textWith(7, 0), /7 children are in neither part \(2021-22: 0\), since no due date is known/)
    assert.match(textWith(0, 7), /No child is in neither part \(2021-22: 7\)\./)
  })
  it('are not told of by a small number where these are hidden', () => {
    assert.match(textWith(3, 0, true), /A few children are in neither part/)
  })
  it('where they are many, are reason enough not to set the years side by side', () => {
    assert.match(
      textWith(0, 60),
      /There is no comparison with the share in 2021-22: .* too many are left out to compare like with like/,
    )
    assert.doesNotMatch(textWith(7, 7), /like with like/)
  })
})

describe('the authority’s own words for children looked after', () => {
  it('stand in every figure and everywhere in the report, except in the name of the return', async () => {
    const facts = await boroughFacts()
    const own = { ...facts.settings, words: { children: 'our children', child: 'child of ours' } }
    const world = { ...(await boroughWorld()), settings: own }
    const standard = /(?<!return on )child(?:ren)? looked after(?! for)/i
    const values = allFigures.all.map((figure) => valueOf(figure, world))
    for (const { id, area, label, definition } of values) {
      assert.doesNotMatch([area, label, definition].join('\n'), standard, id)
    }
    assert.equal(values.find(({ id }) => id === 'cla.count')?.label, 'Our children at the year end')
    const report = written({ ...facts, settings: own, figures: values.filter(({ id }) => reportedFigures.has(id)) })
    const captions = tablesOf(report).flatMap(({ caption, notes }) => [caption, ...notes])
    const texts = [...report.sections.map(({ title }) => title), ...textsOf(report), ...captions]
    for (const text of texts) assert.doesNotMatch(text, standard)
    assert.ok(texts.some((text) => text.includes('ur children')))
  })
})
