import * as z from 'zod'
import type { Database } from '../../platform/database/database.ts'
import { makeRunStore, readErrorSchema, visibilitySchema } from '../../platform/imports/runStore.ts'
import type { RegistersAsked, RegistersResult, RegistersRunStore } from '../app/registersRuns.ts'

const count = z.int().nonnegative()

/** Imports of registers through the pages, kept in PostgreSQL. */
export const makeRegistersRunStore = (database: Database): RegistersRunStore =>
  makeRunStore<RegistersAsked, RegistersResult, 'reading'>(database, {
    kind: 'registers',
    asked: z.object({
      recordedBy: z
        .string()
        .nullable()
        .transform((by) => by ?? ''),
      visibility: visibilitySchema,
    }),
    stage: z.literal('reading'),
    result: z.object({
      isStored: z.boolean(),
      counts: z.record(z.string(), z.object({ added: count, changed: count, unchanged: count, leftOut: count })),
      changed: z.array(z.object({ register: z.string(), row: count, columns: z.array(z.string()) })),
      moreChanged: count,
      errors: z.array(readErrorSchema),
      moreErrors: count,
      hindrances: z.array(readErrorSchema),
      warnings: z.array(readErrorSchema),
      peopleShown: z.array(z.string()).default([]),
    }),
  })
