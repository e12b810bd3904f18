import * as z from 'zod'

/** The schema of the database that holds the jobs: a queue's own tables, which hold no records. */
export const JOBS_SCHEMA = 'jobs'

/** The version of pg-boss whose tables these are: that of package.json, as a test holds. */
export const PG_BOSS_VERSION = '12.35.0'

/** Every queue, by what its jobs remind of. The owner of the database makes them. */
export const queues = ['sending'] as const

export type QueueName = (typeof queues)[number]

/**
 * What the comment on the schema says when all is there: the start of every command compares it, and looks no further.
 * Where it differs, the owner brings the schema up to date.
 */
export const JOBS_NOTE = `pg-boss ${PG_BOSS_VERSION}; queues: ${queues.join(', ')}`

/**
 * All that a job may hold: whose it is, and the id of what it is about. Jobs lie outside row-level security, so nothing
 * of a child may stand in them, and the person who works on one fetches the rest as that authority.
 */
export const jobSchema = z.strictObject({
  /** The authority's GSS code. */
  authority: z.string().regex(/^[A-Z]\d{8}$/),
  /** Made by us at random, never a child's. */
  id: z.uuid(),
})

export type Job = z.infer<typeof jobSchema>
