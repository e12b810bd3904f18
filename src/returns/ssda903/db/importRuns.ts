import * as z from 'zod'
import type { Database } from '../../../platform/database/database.ts'
import { makeRunStore, readErrorSchema, visibilitySchema } from '../../../platform/imports/runStore.ts'
import type { ImportRunProgress, ImportRunResult, ImportRunStore, ReturnAsked } from '../app/importRuns.ts'

const count = z.int().nonnegative()

/** Imports of returns through the pages, kept in PostgreSQL. */
export const makeImportRunStore = (database: Database): ImportRunStore =>
  makeRunStore<ReturnAsked, ImportRunResult, ImportRunProgress['stage']>(database, {
    kind: 'ssda903',
    asked: z.object({ year: z.int(), visibility: visibilitySchema }),
    stage: z.enum(['reading', 'sending', 'comparing', 'storing', 'checking']),
    result: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('refused'), errors: z.array(readErrorSchema), moreErrors: count }),
      z.object({
        outcome: z.enum(['previewed', 'stored']),
        changes: z.object({ added: count, changed: count, removed: count, unchanged: count }),
        addedChildren: z.array(z.string()).default([]),
        changedChildren: z.array(z.string()).default([]),
        removedChildren: z.array(z.string()).default([]),
        childrenShown: z.array(z.string()).default([]),
        otherYear: z.object({ year: z.int(), children: count, of: count }).nullable().default(null),
        rowCounts: z.record(z.string(), count),
        warnings: z.array(readErrorSchema),
        found: z.array(z.object({ code: z.string(), count, what: z.string(), counted: z.string() })),
      }),
    ]),
  })
