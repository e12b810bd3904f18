import { JOBS_SCHEMA, type Job, type QueueName, jobSchema, queues } from './queues.ts'

/** What workers are given. */
export interface WorkersOptions {
  /** The database, signed in as the ordinary user. */
  url: string
  /** What does the jobs of each queue. */
  handlers: Readonly<Record<QueueName, (job: Job) => Promise<void>>>
  /** Looks for what is to be done although no job says so; done at once and then again and again. */
  lookForWork: () => Promise<void>
  /** Told of faults; what it is given may quote data, and must not be logged whole. */
  onFault: (fault: unknown) => void
  /** How often to look: for jobs, and around. */
  seconds?: { poll: number; lookForWork: number }
}

/** Workers that are at work. */
export interface Workers {
  /** Takes no more jobs, waits a moment for those at work, and lets go of the database. */
  stop: () => Promise<void>
}

const JOBS_AT_A_TIME = 20
const CONNECTIONS = 3
const STOP_WITHIN_MILLISECONDS = 1500

/**
 * Starts working on the jobs of every queue. Several processes may share the work: each job is one's. A job that fails
 * is not tried again: looking around finds what is left to do.
 */
export async function startWorkers({ url, handlers, lookForWork, onFault, seconds }: WorkersOptions): Promise<Workers> {
  const { poll, lookForWork: everySeconds } = seconds ?? { poll: 1, lookForWork: 30 }
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'footprint-jobs',
    // As every query of ours: the role that owns nothing.
    options: '-c role=footprint_app',
    schema: JOBS_SCHEMA,
    max: CONNECTIONS,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', onFault)
  await boss.start()
  for (const queue of queues) {
    const options = { batchSize: JOBS_AT_A_TIME, burstWhenBatchFull: true, pollingIntervalSeconds: poll }
    await boss.work<unknown>(queue, options, async (jobs) => {
      await Promise.all(jobs.map(({ data }) => handlers[queue](jobSchema.parse(data)).catch(onFault)))
    })
  }
  const looking = repeatedly(() => lookForWork().catch(onFault), everySeconds * 1000)
  return {
    stop: async () => {
      await Promise.all([looking.stop(), boss.stop({ graceful: true, timeout: STOP_WITHIN_MILLISECONDS })])
    },
  }
}

/** Does the work now, and again so long after each time that it has ended. */
function repeatedly(work: () => Promise<void>, everyMilliseconds: number): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | null = null
  let isOver = false
  const again = async () => {
    await work()
    if (!isOver) {
      timer = setTimeout(() => {
        current = again()
      }, everyMilliseconds)
    }
  }
  let current = again()
  return {
    stop: async () => {
      isOver = true
      if (timer) clearTimeout(timer)
      await current
    },
  }
}
