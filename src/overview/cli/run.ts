import type { CommandLine } from '../../house/command.ts'
import { asking } from '../../platform/cli/command.ts'
import { overviewDeps } from '../services.ts'
import { dueAsked, figuresAsked, recordsAsked } from './asked.ts'
import { due } from './due.ts'
import { figures, records } from './figures.ts'

/** `footprint figures`. */
export const runFigures = ({ open }: CommandLine) =>
  asking(figuresAsked, async (asked, context) =>
    figures(asked, { ...overviewDeps(await open(context)), note: context.note }),
  )

/** `footprint records`. */
export const runRecords = ({ open }: CommandLine) =>
  asking(recordsAsked, async (asked, context) => records(asked, overviewDeps(await open(context))))

/** `footprint due`. */
export const runDue = ({ open }: CommandLine) =>
  asking(dueAsked, async (asked, context) => due(asked, { ...overviewDeps(await open(context)), note: context.note }))
