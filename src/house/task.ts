import type { PlainDate } from '../kernel/dates.ts'

/** Something for one person to do. */
export interface Task {
  /** What, as a short order: `Book the first review`. */
  what: string
  /** Where it is done. */
  href: string
  /** The child whom it is about; null where it is about none. */
  child: string | null
  /** By when; null for as soon as possible. */
  by: PlainDate | null
  /** From which day it should be worked on, though `by` is further off; left out, in the week before `by`. */
  startOn?: PlainDate | null
  /** Whose work it is, by name, for those who look after several people’s; left out where nobody’s is known. */
  whose?: string
  /** More to know before opening it; empty for nothing. */
  note: string
}

/** Whose work someone looks after: that of these children, or everyone's. */
export type Whose = ReadonlySet<string> | 'everyone'

/** Whether a child's work is among it. */
export const isOf = (whose: Whose, child: string): boolean => whose === 'everyone' || whose.has(child)

/** A review of a subject that is no child, as the room gives it that keeps it: for calendars, and for who chairs it. */
export interface OtherMeeting {
  on: PlainDate
  /** `14:30`; null where only the day is booked. */
  startsAt: string | null
  endsAt: string | null
  officerId: string | null
  /** What is reviewed, in words within a sentence: `household FC12`. */
  about: string
  href: string
  /** Where and how; empty where neither is known. */
  where: string
  isHeld: boolean
}
