import { officerName } from '../../officers/domain/names.ts'
import { isOfOfficer } from '../../access/web/ownList.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isBefore, isSameDay } from '../../kernel/dates.ts'
import { clashOf } from '../domain/clashes.ts'
import { absenceOn } from '../domain/diary.ts'
import type { CalendarEntry } from './calendar.entries.ts'
import { reviewsPath, timeWords } from './words.ts'
import type { CalendarLine, Calendar } from './calendar.filters.ts'
import { inSentence } from '../../kernel/words.ts'

const absenceWords = { LEAVE: 'On leave', OTHER: 'Away' } as const
/** The number of the weekday, Monday being 1. */
export const SATURDAY = 6

/** What a cell holds: of a row's officer, team or child, or of everyone where `key` is null. */
export function linesOf(calendar: Calendar, day: PlainDate, key: string | null): CalendarLine[] {
  const { world, filters, teams, entries, away, others, code } = calendar
  const allOfficers = recordsOf(world, officers)
  const isOfRow = ({ officerId, child }: CalendarEntry): boolean => {
    if (key === null) return true
    if (filters.by === 'officer') return (officerId ?? '') === key
    return (filters.by === 'team' ? (teams.get(child) ?? '') : child) === key
  }
  const namesOfficer = filters.by !== 'officer' || key === null
  const meetings = entries
    .filter((entry) => isSameDay(entry.on, day) && isOfRow(entry))
    .map((entry) => ({
      startsAt: entry.startsAt ?? '',
      text: [
        timeWords(entry),
        `child ${entry.child}`,
        namesOfficer && officerName(allOfficers, entry.officerId),
        stateOf(world, entry),
        clashOf(world, entry) && 'to be given to another IRO',
      ]
        .filter(Boolean)
        .join(', '),
      href: reviewsPath(code, entry.reviewRef),
      child: entry.child,
      isBad: clashOf(world, entry) !== null || stateOf(world, entry) === PASSED,
    }))
  const ofOthers = others
    .filter(({ on, officerId }) => isSameDay(on, day) && (key === null || (officerId ?? '') === key))
    .map(({ on, isHeld, ...one }) => {
      const isPassed = !isHeld && isBefore(on, world.asAt)
      return {
        startsAt: one.startsAt ?? '',
        text: [
          timeWords(one),
          one.about,
          namesOfficer && officerName(allOfficers, one.officerId),
          isHeld ? 'held' : isPassed && PASSED,
        ]
          .filter(Boolean)
          .join(', '),
        href: one.href,
        isBad: isPassed,
      }
    })
  const notFree = away
    .filter(({ on, officerId }) => isSameDay(on, day) && (key === null || officerId === key))
    .map((time) => ({
      startsAt: time.startsAt,
      text: `Not free ${timeWords(time)}${key === null ? `, ${officerName(allOfficers, time.officerId)}` : ''}`,
      href: null,
    }))
  return [
    ...absent(calendar, day, key),
    ...[...meetings, ...ofOthers, ...notFree].sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
  ]
}

const PASSED = 'date passed, outcome not recorded'

/** What tells a meeting from one that is booked and to come; empty for that. */
function stateOf({ asAt }: Pick<World, 'asAt'>, { status, on }: CalendarEntry): string {
  if (status === 'HELD') return 'held'
  return isBefore(on, asAt) ? PASSED : ''
}

function absent({ world, filters }: Calendar, day: PlainDate, key: string | null): CalendarLine[] {
  if (filters.by !== 'officer' || day.dayOfWeek >= SATURDAY) return []
  const allOfficers = recordsOf(world, officers)
  const allAbsences = recordsOf(world, absences)
  const asked = allOfficers.filter(({ officerId }) =>
    key === null ? isOfOfficer(filters.officer, officerId) : officerId === key,
  )
  return asked.flatMap((officer) => {
    const absence = absenceOn(allAbsences, officer.officerId, day)
    if (!absence) return []
    const words = absenceWords[absence.kind]
    return [{ text: key === null ? `${officer.name}: ${inSentence(words)}` : words, href: null }]
  })
}
