import type { Logger } from 'pino'
import { printable } from '../../kernel/words.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { traceOf } from '../web/errors.ts'
import { UsageError } from './command.ts'
import { type ExitStatus, exitStatus } from './exitStatus.ts'

/** What to tell of an error, and with which status to exit. */
export interface Failure {
  status: ExitStatus
  /** Lines for people. */
  text: string
  /** The same for machines. */
  json: { errors: readonly (RefusalReason | { reason: string; incident: string })[]; moreErrors?: number }
}

/**
 * What the person who ran the command is told of an error. Of an unforeseen one, a number to ask about; what happened goes to
 * the log, without the error's own words: they may quote what was imported.
 */
export function failureOf(error: unknown, log: Logger): Failure {
  if (error instanceof Refusal) {
    const more = error.more > 0 ? [`… and ${error.more.toLocaleString('en-GB')} more.`] : []
    return {
      status: exitStatus.refused,
      text: [...error.reasons.map(reasonInWords), ...more].join('\n'),
      json: { errors: error.reasons, ...(error.more > 0 && { moreErrors: error.more }) },
    }
  }
  if (error instanceof UsageError) {
    return { status: exitStatus.usage, text: error.message, json: { errors: [{ reason: error.message }] } }
  }
  const incident = crypto.randomUUID().slice(0, 8)
  log.error({ incident, ...traceOf(error instanceof Error ? error : new Error('not an error')) }, 'a command failed')
  const reason = `Something went wrong (incident ${incident}). Run it again with FOOTPRINT_LOG=error for the details.`
  return { status: exitStatus.internal, text: reason, json: { errors: [{ reason, incident }] } }
}

/** `episodes.csv, row 12, DECOM “31/02/2022”: there is no such day`. */
function reasonInWords({ file, row, column, value, reason }: RefusalReason): string {
  const where = [
    file,
    row !== undefined && row !== null ? `row ${row}` : undefined,
    column !== undefined && column !== null ? column : undefined,
  ].filter((part) => part !== undefined)
  const what = value !== undefined && value !== null ? ` “${value}”` : ''
  return where.length === 0 && what === '' ? reason : printable(`${where.join(', ')}${what}: ${reason}`)
}
