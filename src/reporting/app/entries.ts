import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { World } from '../../children/domain/world.ts'
import { type ContextFact, context } from '../../children/registers/context.ts'
import type { ReportingYear } from '../../calendar/reportingYear.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type ChangedMeanwhile, demandUnchanged } from '../../registers/version.ts'
import type { FigureList } from '../../world/figures.ts'
import { recordsOf } from '../../world/world.ts'
import { reportingPermissions } from '../permissions.ts'
import { type AimFact, reportAims } from '../registers/aims.ts'
import { type StoryFact, reportStories } from '../registers/stories.ts'

/** What is wrong with something that is entered for a report. */
export type EntryProblem =
  | { code: 'aim_missing' | 'title_missing' | 'story_missing' | 'no_such_child' | 'own_story' }
  | { code: 'measure_missing' | 'group_missing' | 'value_missing' | 'not_a_percentage' | 'source_missing' }
  | ChangedMeanwhile
  | NotKept

type Entry<Fact, Key extends keyof Fact> = { [Name in keyof Omit<Fact, Key>]: Fact[Name] | null }

/** An aim as someone writes it down. */
export type AimEntry = Entry<AimFact, 'aimRef' | 'year'>

/** A story as someone writes it down. */
export type StoryEntry = Pick<Entry<StoryFact, 'storyRef'>, 'child' | 'title' | 'story'>

/** A target, or another authority's number, as someone writes it down. */
export type ComparatorEntry = Entry<ContextFact, 'year'>

/** Each stores nothing unless the list it gives is empty; null where what it is about is not there for the user. */
export interface Entries {
  /** `aimRef`: null for a new one. `replaces`: the version of the row that the form shows. */
  saveAim: (
    aim: Asking & { year: ReportingYear; aimRef: string | null; entry: AimEntry; replaces: string },
  ) => Promise<readonly EntryProblem[] | null>
  /** A story that is changed has to be read again. */
  saveStory: (
    story: Asking & { year: ReportingYear; storyRef: string | null; entry: StoryEntry; replaces: string },
  ) => Promise<readonly EntryProblem[] | null>
  /** Says that the user has read a story of someone else, and that nobody can be recognised in it. */
  readStory: (
    story: Asking & { storyRef: string; on: PlainDate; replaces: string },
  ) => Promise<readonly EntryProblem[] | null>
  /** What stood under the same year, figure and group stays in the history. */
  saveComparator: (
    comparator: Asking & { year: ReportingYear; entry: ComparatorEntry },
  ) => Promise<readonly EntryProblem[]>
}

/** The measure of the register `context` that is no figure. */
export const POPULATION = 'population_0_17'

export interface EntriesDeps extends Changing, Seeing {
  figures: FigureList<World>
  newRef: () => string
}

export function makeEntries(deps: EntriesDeps): Entries {
  const { seenWorlds, today, newRef, figures } = deps

  async function seenStory({ by, authority }: Asking, storyRef: string): Promise<StoryFact | null> {
    const world = await seenWorlds(by, reportingPermissions.stories).onDay(authority.code, today(), null)
    return recordsOf(world, reportStories).find((one) => one.storyRef === storyRef) ?? null
  }

  return {
    saveAim: async ({ year, aimRef, entry, replaces, ...asking }) => {
      const world = await seenWorlds(asking.by, reportingPermissions.write).onDay(asking.authority.code, today(), null)
      const seen = recordsOf(world, reportAims).find((one) => one.aimRef === aimRef) ?? null
      if (aimRef !== null && !seen) return null
      return keepRecords<EntryProblem>(deps, asking, {
        what: 'wrote down an aim of the annual report',
        registers: [reportAims],
        logged: () => null,
        decide: (rows) => {
          const { aim } = entry
          if (aim === null) return { problems: [{ code: 'aim_missing' }] }
          const before = rows(reportAims).find((one) => one.aimRef === aimRef) ?? null
          const changed = demandUnchanged(replaces, before)
          if (changed.length > 0) return { problems: changed }
          const key = before ? { aimRef: before.aimRef, year: before.year } : { aimRef: newRef(), year: year.name }
          return { rows: [keeping(reportAims, { ...entry, aim, ...key })] }
        },
      })
    },

    saveStory: async ({ year, storyRef, entry, replaces, ...asking }) => {
      const { child, title, story } = entry
      if (child !== null && !(await seenChild(deps, asking, reportingPermissions.stories, child))) {
        return [{ code: 'no_such_child' }]
      }
      const seen = storyRef === null ? null : await seenStory(asking, storyRef)
      if (storyRef !== null && !seen) return null
      const what = 'wrote a story of good practice'
      return keepRecords<EntryProblem>(deps, asking, {
        what,
        registers: [reportStories],
        logged: () => ({ what, children: child === null ? [] : [child] }),
        decide: (rows) => {
          if (title === null || story === null) {
            return {
              problems: [
                ...(title === null ? [{ code: 'title_missing' } as const] : []),
                ...(story === null ? [{ code: 'story_missing' } as const] : []),
              ],
            }
          }
          const before = rows(reportStories).find((one) => one.storyRef === storyRef) ?? null
          const changed = demandUnchanged(replaces, before)
          if (changed.length > 0) return { problems: changed }
          const isSame = before?.title === title && before.story === story && before.child === child
          const row = {
            storyRef: before?.storyRef ?? newRef(),
            year: before?.year ?? year.name,
            child,
            title,
            story,
            writtenBy: isSame ? before.writtenBy : asking.by.name,
            readBy: isSame ? before.readBy : null,
            readOn: isSame ? before.readOn : null,
          }
          return { rows: [keeping(reportStories, row)] }
        },
      })
    },

    readStory: async ({ storyRef, on, replaces, ...asking }) => {
      const seen = await seenStory(asking, storyRef)
      if (!seen) return null
      const what = 'read a story of good practice so that nobody can be recognised'
      return keepRecords<EntryProblem>(deps, asking, {
        what,
        registers: [reportStories],
        logged: () => ({ what, children: seen.child === null ? [] : [seen.child] }),
        decide: (rows) => {
          const before = rows(reportStories).find((one) => one.storyRef === storyRef)
          if (!before) return { rows: [] }
          const changed = demandUnchanged(replaces, before)
          if (changed.length > 0) return { problems: changed }
          if (before.writtenBy === asking.by.name) return { problems: [{ code: 'own_story' }] }
          return { rows: [keeping(reportStories, { ...before, readBy: asking.by.name, readOn: on })] }
        },
      })
    },

    saveComparator: ({ year, entry, ...asking }) =>
      keepRecords<EntryProblem>(deps, asking, {
        what: 'wrote down what figures are compared with',
        registers: [context],
        logged: () => null,
        decide: () => {
          const { measure, group, value, source } = entry
          const isShare = measure !== null && figures.ofId(measure)?.unit === 'percent'
          const problems: EntryProblem[] = [
            ...(measure === null ? [{ code: 'measure_missing' } as const] : []),
            ...(group === null ? [{ code: 'group_missing' } as const] : []),
            ...(value === null ? [{ code: 'value_missing' } as const] : []),
            ...(value !== null && isShare && value > 100 ? [{ code: 'not_a_percentage' } as const] : []),
            ...(source === null ? [{ code: 'source_missing' } as const] : []),
          ]
          if (problems.length > 0 || measure === null || !group || value === null || source === null) {
            return { problems }
          }
          return { rows: [keeping(context, { year: year.name, measure, group, value, source })] }
        },
      }),
  }
}
