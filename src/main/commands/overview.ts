import { dueAsked, figuresAsked, recordsAsked } from '../../overview/cli/asked.ts'
import { due } from '../../overview/cli/due.ts'
import { figures, records } from '../../overview/cli/figures.ts'
import { asking } from '../../platform/cli/command.ts'
import { openServices, overviewDeps } from '../services.ts'

export const runFigures = asking(figuresAsked, async (asked, context) =>
  figures(asked, { ...overviewDeps(await openServices(context)), note: context.note }),
)

export const runRecords = asking(recordsAsked, async (asked, context) =>
  records(asked, overviewDeps(await openServices(context))),
)

export const runDue = asking(dueAsked, async (asked, context) =>
  due(asked, { ...overviewDeps(await openServices(context)), note: context.note }),
)
