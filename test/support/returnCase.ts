/** Small returns in a few words, read as an import reads them, and what is worked out of them. */
import assert from 'node:assert/strict'
import { reportingYear, reportingYearOf } from '../../src/calendar/reportingYear.ts'
import { type World, worldOf } from '../../src/children/domain/world.ts'
import { valueOf } from '../../src/figures/compute.ts'
import { type PlainDate, date } from '../../src/kernel/dates.ts'
import { allClocks, allFigures, allFindings } from '../../src/main/rooms.ts'
import { mergeWithFindings } from '../../src/returns/ssda903/domain/merge.ts'
import { readReturn } from '../../src/returns/ssda903/read/readReturn.ts'
import { type StoredRows, noRows } from '../../src/registers/register.ts'
import { type Settings, defaultSettings } from '../../src/settings/settings.ts'
import { openDeadlines } from '../../src/world/deadlines.ts'
import { holidays } from './holidays.ts'
import { judgedFiles } from './judged.ts'
import { folderOf } from './smallReturn.ts'

/** What a year’s return says, each in a few words. */
export interface YearGiven {
  /** `A 2012-02-03`, a child and its birthday; every other child of the episodes was born on 3 February 2012. */
  born?: readonly string[]
  /** `A 2022-05-09 S C2 U6 2022-07-01 X1`: child, DECOM, RNE, LS, PLACE, then DEC and REC where it ended; `@ZB2 2BB` for a postcode. */
  episodes: readonly string[]
  /** `A 2022-06-06 PN1`. */
  reviews?: readonly string[]
  /** Other tables, by file name, as they stand. */
  files?: Readonly<Record<string, string>>
}

export interface CaseGiven {
  /** By the year in which it begins: 2022 for 2022-23. */
  years: Readonly<Record<number, YearGiven>>
  registers?: Readonly<Record<string, readonly string[]>>
  settings?: Settings
}

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

function filesOf({ born = [], episodes, reviews = [], files = {} }: YearGiven) {
  const birthdays = new Map(episodes.map((line) => [line.split(' ')[0] ?? '', '2012-02-03']))
  for (const line of born) birthdays.set(line.split(' ')[0] ?? '', line.split(' ')[1] ?? '')
  return folderOf({
    'header.csv': ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...[...birthdays].map(([child, day]) => `${child},2,${day},WBRI,UN1,,`)].join('\n'),
    'episodes.csv': [
      EPISODES,
      ...episodes.map((line) => {
        const [words = '', post = 'ZB2 2BB'] = line.split(' @')
        const [child, from, rne, ls, place, to = '', rec = ''] = words.split(' ')
        return `${child ?? ''},${from === '-' ? '' : (from ?? '')},${rne ?? ''},${ls ?? ''},N1,${place ?? ''},PR1,${to},${rec},,ZB1 1AA,${post},SC000001`
      }),
    ].join('\n'),
    'reviews.csv': [
      'CHILD,DOB,REVIEW,REVIEW_CODE',
      ...reviews.map((line) => {
        const [child = '', day, code] = line.split(' ')
        return `${child},${birthdays.get(child) ?? '2012-02-03'},${day ?? ''},${code ?? ''}`
      }),
    ].join('\n'),
    ...files,
  }) // prettier-ignore
}

/** What is worked out of small returns of one authority. */
export interface ReturnCase {
  /** The codes of what is odd, each once, in order. */
  findings: readonly string[]
  /** What is odd, in words. */
  told: readonly string[]
  /** When the deadlines of a clock are due for a child on a day: `2022-06-08`, `2022-06-08 overdue`. */
  due: (asAt: string, child: string, clock: string) => string[]
  /** A figure’s value, or its parts: `2`, `1 of 3`; `null` where there is none. `id#key`: of one key of its breakdown. */
  figure: (year: number, id: string, asAt?: string) => string
  world: (year: number, asAt: PlainDate) => World
}

/** Reads the returns, one year after the other, and the registers. */
export async function returnCase({
  years,
  registers = {},
  settings = defaultSettings,
}: CaseGiven): Promise<ReturnCase> {
  const read = await Promise.all(
    Object.entries(years).map(async ([year, given]) => {
      const result = await readReturn(filesOf(given), { year: reportingYear(Number(year)) })
      assert.ok(result.ok, 'ok' in result && !result.ok ? JSON.stringify(result) : '')
      return { year: Number(year), ...result }
    }),
  )
  const coverage = read.map(({ year, carriesEarlierReviews }) => ({ year, carriesEarlierReviews }))
  const children = [...new Set(read.flatMap(({ documents }) => documents.map(({ child }) => child)))].sort()
  const merged = children.map((child) =>
    mergeWithFindings(
      child,
      read.flatMap(({ year, documents }) =>
        documents.filter((one) => one.child === child).map(({ content, rows }) => ({ year, content, rows })),
      ),
      coverage,
    ),
  )
  let stored: StoredRows = noRows
  if (Object.keys(registers).length > 0) {
    const judged = await judgedFiles(registers, { children, settings })
    assert.deepEqual(judged.faults, [])
    stored = judged.stored
  }
  const records = { children: merged.map(({ record }) => record), coverage, registers: stored }
  const world = (year: number, asAt: PlainDate) =>
    worldOf(records, reportingYear(year), asAt, settings, holidays, allClocks)
  const latest = Math.max(...Object.keys(years).map(Number))
  const known = world(latest, date('2050-01-01'))
  const odd = [
    ...merged.flatMap(({ findings }) => findings),
    ...children.flatMap((child) => allFindings.ofChild(known, child)),
  ]
  return {
    findings: [...new Set(odd.map(({ code }) => code))].sort(),
    told: odd.map(({ code, what }) => `${code}: ${what}`),
    due: (asAt, child, clock) => {
      const day = date(asAt)
      return openDeadlines(world(reportingYearOf(day).startYear, day))
        .filter((deadline) => deadline.child === child && deadline.clock.id === clock)
        .map((deadline) => `${deadline.due.toString()}${deadline.state === 'overdue' ? ' overdue' : ''}`)
    },
    figure: (year, asked, asAt) => {
      const [id = '', key] = asked.split('#')
      const figure = allFigures.ofId(id)
      assert.ok(figure, id)
      const { value, numerator, denominator, breakdown } = valueOf(
        figure,
        world(year, asAt === undefined ? reportingYear(year).lastDay : date(asAt)),
      )
      if (key !== undefined) return String(breakdown.find((item) => item.key === key)?.value ?? 0)
      return numerator === null || denominator === null ? String(value) : `${numerator} of ${denominator}`
    },
    world,
  }
}
