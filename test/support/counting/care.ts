import { type Day, type Row, ageOn, rowsOf } from './files.ts'

/** An episode as its row has it. */
export interface Episode {
  from: Day
  to: Day
  isNewPeriod: boolean
  reason: Row
  /** Its code of why it ended: not `X1` where care ended with it. */
  ended: string
  place: string
}

/** Days of care without a gap: a same-day change of episode goes on. */
export interface Period {
  child: string
  from: Day
  /** The day on which care ended; `9999-12-31` where it goes on. */
  to: Day
  episodes: Episode[]
}

/** A held review of a looked-after child. */
export interface Review {
  child: string
  held: Day
  code: string
  /** Its row in the register; empty where only the return has it. */
  row: Row
}

/** What the files say of a year, read by the second count. */
export interface Files {
  first: Day
  last: Day
  header: ReadonlyMap<string, Row>
  periods: Period[]
  reviews: Review[]
  of: (table: string) => Row[]
  register: (name: string) => Row[]
}

const FAR: Day = '9999-12-31'
const isShortBreak = (row: Row): boolean => row['LS'] === 'V3' || row['LS'] === 'V4'

/** The files of a year: its return, with what history it carries, and the registers. */
export function filesOf(folders: { ofReturn: string; ofRegisters: string }, startYear: number): Files {
  const of = (table: string) => rowsOf(folders.ofReturn, table)
  const register = (name: string) => rowsOf(folders.ofRegisters, name)
  const header = new Map(of('header').map((row) => [row['CHILD'] ?? '', row]))
  const [first, last] = [`${startYear}-04-01`, `${startYear + 1}-03-31`]
  const periods = periodsOf(of('episodes'))
  return {
    first,
    last,
    header,
    periods,
    reviews: reviewsOf(of('reviews'), register('reviews'), periods, header, last),
    of,
    register,
  }
}

const text = (row: Row | undefined, column: string): string => row?.[column] ?? ''

function periodsOf(rows: readonly Row[]): Period[] {
  const periods: Period[] = []
  for (const [child, own] of Map.groupBy(rows, (row) => text(row, 'CHILD'))) {
    const sorted = own
      .filter((row) => !isShortBreak(row))
      .sort(
        (a, b) =>
          text(a, 'DECOM').localeCompare(text(b, 'DECOM')) ||
          (text(a, 'DEC') || FAR).localeCompare(text(b, 'DEC') || FAR),
      )
    for (const row of sorted) {
      const from = text(row, 'DECOM')
      const episode: Episode = {
        from,
        to: text(row, 'DEC') || FAR,
        isNewPeriod: text(row, 'RNE') === 'S',
        reason: row,
        ended: text(row, 'REC'),
        place: text(row, 'PLACE'),
      }
      const open = periods.at(-1)
      if (open?.child === child && open.to === from && !episode.isNewPeriod) {
        open.episodes.push(episode)
        open.to = episode.to
      } else periods.push({ child, from, to: episode.to, episodes: [episode] })
    }
  }
  return periods
}

/** The period of care that a day lies in, its last day left out. */
export const periodOn = (files: Pick<Files, 'periods' | 'header'>, child: string, day: Day): Period | undefined =>
  files.periods.find(
    (one) =>
      one.child === child && one.from <= day && day < one.to && ageOn(text(files.header.get(child), 'DOB'), day) < 18,
  )

/** Everyone looked after on a day, with the episode of that day. */
export const lookedAfter = (files: Files, day: Day): { child: string; born: Day; period: Period; episode: Episode }[] =>
  files.periods.flatMap((period) => {
    const born = text(files.header.get(period.child), 'DOB')
    const episode = period.episodes.find(({ from, to }) => from <= day && day < to)
    return episode && ageOn(born, day) < 18 ? [{ child: period.child, born, period, episode }] : []
  })

/** The reviews of the return and of the register, each once, of children looked after on the day or until that day. */
function reviewsOf(
  inReturn: readonly Row[],
  inRegister: readonly Row[],
  periods: readonly Period[],
  header: ReadonlyMap<string, Row>,
  last: Day,
): Review[] {
  const held = new Map<string, Review>()
  for (const row of inReturn) {
    const [child, day] = [text(row, 'CHILD'), text(row, 'REVIEW')]
    held.set(`${child} ${day}`, { child, held: day, code: text(row, 'REVIEW_CODE'), row: {} })
  }
  for (const row of inRegister) {
    if (text(row, 'status') !== 'HELD' || !['CLA', 'ADOPTION'].includes(text(row, 'kind'))) continue
    const [child, day] = [text(row, 'child'), text(row, 'held_date')]
    const before = held.get(`${child} ${day}`)
    held.set(`${child} ${day}`, {
      child,
      held: day,
      code: text(row, 'participation_code') || (before?.code ?? ''),
      row,
    })
  }
  return [...held.values()]
    .filter(({ child, held: day }) => {
      const born = text(header.get(child), 'DOB')
      if (day > last || ageOn(born, day) >= 18) return false
      return periods.some((period) => period.child === child && period.from <= day && day <= period.to)
    })
    .sort((a, b) => a.child.localeCompare(b.child) || a.held.localeCompare(b.held))
}

/** The period of care that a review belongs to: of two that meet on its day, the one that ends. */
export const periodOfReview = (files: Files, { child, held }: Review): Period | undefined =>
  files.periods.find((one) => one.child === child && one.from <= held && held <= one.to)
