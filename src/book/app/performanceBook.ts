import type { TeamOn } from '../../access/domain/teams.ts'
import { daysOf } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type Instant, type PlainDate, earlierOf, isAfter } from '../../kernel/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FigureList } from '../../world/figures.ts'
import { type Book, writeBook } from '../domain/book.ts'
import { type Comparators, comparatorsIn } from '../domain/comparators.ts'
import { byOfficer, byTeam } from '../domain/slices.ts'
import { endOfMonth, monthInWords, monthsCharted } from '../domain/windows.ts'

/** By whom figures may be divided in a book. */
export const divisionsThereAre = ['service', 'team', 'officer'] as const

export type DivisionAsked = (typeof divisionsThereAre)[number]

/** Which book, and as it was known when. */
export interface BookAsked {
  authority: { code: string; name: string }
  /** The first day of its month. */
  month: PlainDate
  /** Null for now. */
  knownAt: Instant | null
  by: readonly DivisionAsked[]
  /** Only this officer's part of what is divided by officer; everyone's where null. */
  onlyOfficer: string | null
}

/** A book with what its pages and files say around it. */
export interface WrittenBook {
  authority: { code: string; name: string }
  book: Book
  comparators: Comparators
  knownAt: Instant | null
}

/** Writes a month's book. Throws `Refusal` for a month that has not begun, or of which nothing is known. */
export type PerformanceBook = (asked: BookAsked) => Promise<WrittenBook>

export interface PerformanceBookDeps {
  worlds: Pick<Worlds, 'ofYear'>
  figures: FigureList<World>
  /** The team of a child on a day, by the people of the authority. */
  teamsOf: (authority: string) => Promise<TeamOn>
  today: () => PlainDate
}

export const makePerformanceBook =
  ({ worlds, figures, teamsOf, today }: PerformanceBookDeps): PerformanceBook =>
  async ({ authority, month, knownAt, by, onlyOfficer }) => {
    if (isAfter(month, today())) throw new Refusal(`${monthInWords(month)} has not begun`)
    const lastDay = earlierOf(endOfMonth(month), today())
    const charted = daysOf(monthsCharted(month)[0] ?? month, lastDay)
    const world = await worlds.ofYear(authority.code, charted, lastDay, knownAt)
    const teamOn = await teamsOf(authority.code)
    const officer = byOfficer(world)
    const divisions = [
      ...(by.includes('team') ? [byTeam(world, teamOn)] : []),
      ...(by.includes('officer') ? [onlyOfficer === null ? officer : { ...officer, only: onlyOfficer }] : []),
    ]
    const book = writeBook(world, month, figures.all, divisions)
    if (world.coverage.length === 0 && book.lines.every(({ values }) => Object.values(values).every(hasNone))) {
      throw new Refusal(
        `nothing is known of ${authority.name} in ${monthInWords(month)}: import its returns or registers first`,
      )
    }
    return { authority, book, comparators: comparatorsIn(world), knownAt }
  }

const hasNone = ({ value }: { value: number | null }): boolean => value === null || value === 0
