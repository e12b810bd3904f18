import type { Instant } from '../../kernel/dates.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { LoggedAction, LogEntry } from '../domain/log.ts'
import type { Person } from '../domain/person.ts'
import type { Naming, Opening, Seal } from '../domain/seal.ts'

/** An authority as it is named and written. */
export interface AuthorityNamed {
  code: string
  name: string
}

/** A new version of something, and since when the version that it replaces stood; null where it replaces none. */
export interface Change<Value> {
  value: Value
  replaces: Instant | null
  /** Who changes it, as the log names them. */
  by: string
}

/** Where people are kept, in versions. */
export interface PeopleStore {
  /** Everyone ever entered as they stand now, also those who may no longer sign in, in order of name. */
  all: (authority: string) => Promise<readonly Person[]>
  /** Stores the change; false, with nothing stored, where someone else's came first or took what must be one person's. */
  save: (authority: AuthorityNamed, change: Change<Omit<Person, 'knownFrom'>>) => Promise<boolean>
}

/** After how long a session is over. */
export interface SessionLimits {
  idleMinutes: number
  /** However busy the person is. */
  hours: number
}

/** How a session begins. */
export interface SessionStart {
  /** When the person last showed who they are; null where the provider does not say. */
  authenticatedAt: Instant | 'now' | null
  /** The browser, in words by which its user knows it again. */
  browser: string
}

/** A session as its person sees it. */
export interface ShownSession {
  sessionId: string
  browser: string
  signedInAt: Instant
  lastSeenAt: Instant
  /** Whether it is the one that asks. */
  isThisOne: boolean
}

/** A session that was begun and not signed out of. */
export interface FoundSession {
  person: Person
  /** Whether the person has shown who they are within the last 15 minutes. */
  isRecent: boolean
  /** Past one of its limits: the person must sign in again, and only what they just typed may be kept. */
  isOver: boolean
}

/** Where sessions are kept. Only who holds a session's token can find it. */
export interface SessionStore {
  /** Begins a session and gives its token, for the browser. */
  begin: (authority: string, personId: string, start: SessionStart) => Promise<string>
  /** The session of this token, counted as used now unless it is over; null where there is none or its person may not sign in. */
  use: (authority: string, token: string, limits: SessionLimits) => Promise<FoundSession | null>
  end: (authority: string, token: string) => Promise<void>
  /** The person's sessions that are within their limits, latest used first; `token` is that of the session in use. */
  ofPerson: (
    authority: string,
    personId: string,
    limits: SessionLimits,
    token: string | null,
  ) => Promise<readonly ShownSession[]>
  /** Ends these sessions, where they are the person's; gives how many. */
  endOf: (authority: string, personId: string, sessionIds: readonly string[]) => Promise<number>
}

/** What has become of a form that was sent before. */
export type SentForm = { kind: 'first' } | { kind: 'underway' } | { kind: 'done'; status: number; location: string }

/** Where forms that were sent are known by a key, so that the same is done once. */
export interface SentForms {
  /** Takes the key, unless someone has: then what has become of it. */
  take: (authority: string, personId: string, key: Buffer) => Promise<SentForm>
  /** Notes how the form was answered; with null it may be sent again. */
  end: (authority: string, key: Buffer, answer: { status: number; location: string } | null) => Promise<void>
}

/** What someone typed and sent when their session was over. */
export interface KeptForm {
  formId: string
  /** The address it was sent to. */
  address: string
  fields: readonly (readonly [name: string, value: string])[]
}

/** Where forms wait for their person to sign in again; a person sees their own only. */
export interface KeptForms {
  keep: (authority: string, personId: string, form: Omit<KeptForm, 'formId'>) => Promise<void>
  /** The person's latest, null where there is none. */
  latest: (authority: string, personId: string) => Promise<KeptForm | null>
  drop: (authority: string, personId: string, formId: string) => Promise<void>
}

/** Openings and namings, latest first. */
export interface SealEvents {
  openings: readonly Opening[]
  namings: readonly Naming[]
}

/** Where seals and what was opened in spite of them are kept. */
export interface SealStore {
  /** The records sealed now, and the openings that still run. */
  current: (authority: string) => Promise<{ seals: readonly Seal[]; openNow: readonly Opening[] }>
  /** What has been done about sealed records so far, or of it only what nobody has looked into. */
  events: (authority: string, which: 'all' | 'unseen') => Promise<SealEvents>
}

/**
 * Who is who and what is sealed, as it stands while nobody else can change it, and how to change it. What is changed is
 * stored together with what is noted of it, or not at all.
 */
export interface AccessChange {
  people: readonly Person[]
  seals: readonly Seal[]
  openNow: readonly Opening[]
  /** As `PeopleStore.save`. */
  savePerson: (authority: AuthorityNamed, change: Change<Omit<Person, 'knownFrom'>>) => Promise<boolean>
  /** Ends every session of the person. */
  endSessions: (personId: string) => Promise<void>
  /** Seals, or changes to whom; false, with nothing stored, where someone else's change came first. */
  seal: (change: Change<Omit<Seal, 'knownFrom'>>) => Promise<boolean>
  /** Takes the seal off; false where someone else changed it first. */
  unseal: (change: Change<string>) => Promise<boolean>
  open: (opening: Pick<Opening, 'child' | 'personId' | 'reason' | 'told'>, hours: number) => Promise<void>
  name: (naming: Pick<Naming, 'child' | 'personId' | 'namedBy'>) => Promise<void>
  /** Notes who has looked into it; false where someone has already. */
  markSeen: (kind: 'opening' | 'naming', id: string, by: string) => Promise<boolean>
  /** Adds the action to the log. */
  note: (loggedAction: LoggedAction) => Promise<void>
}

/**
 * Checks and changes who is who and what is sealed in one step, one after another in an authority: what was checked still
 * holds when it is stored. `work` must not wait for anything else.
 */
export type ChangeAccess = <Result>(
  authority: string,
  work: (access: AccessChange) => Promise<Result>,
) => Promise<Result>

/** An entry with what proves that it is as it was written. */
export interface ChainedEntry extends LoggedAction {
  number: number
  /** UTC, to the microsecond, as the hash covers it: `2026-11-22T10:00:00.000000Z`. */
  recordedAt: string
  /** SHA-256, in hexadecimal. */
  hash: string
}

/** The log of reads and changes: only ever added to. */
export interface AccessLog {
  /** Resolves once the action is in the log for good. */
  append: (authority: string, loggedAction: LoggedAction) => Promise<void>
  /** Has the action in the log as part of the unit of work, written at its end. */
  note: (unit: Unit, loggedAction: LoggedAction) => void
  /** The latest entries before the number, or of all where null, latest first; of one person where named. */
  latest: (
    authority: string,
    query: { before: number | null; most: number; personId?: string },
  ) => Promise<readonly LogEntry[]>
  /** The entries about this child alone, and the lists of the last days in which it stood, latest first. */
  ofChild: (
    authority: string,
    child: string,
    query: { most: number; daysOfLists: number },
  ) => Promise<readonly LogEntry[]>
  /** Entries as they are chained, in order, after the number. */
  chain: (authority: string, after: number, most: number) => Promise<readonly ChainedEntry[]>
  /** The last entry that was deleted after its time, by its number and fingerprint: the log begins after it. Null: with the first. */
  beginsAfter: (authority: string) => Promise<{ number: number; hash: string } | null>
}
