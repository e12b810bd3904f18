import { worldsOf } from '../../children/services.ts'
import type { CommandLine } from '../../house/command.ts'
import { asking } from '../../platform/cli/command.ts'
import { beforeLastImportIn } from '../services.ts'
import { signsAsked } from './asked.ts'
import { signs } from './signs.ts'

/** `footprint signs`. */
export const runSigns = ({ open }: CommandLine) =>
  asking(signsAsked, async (asked, context) => {
    const house = await open(context)
    return signs(asked, {
      worlds: worldsOf(house),
      beforeLastImport: beforeLastImportIn(house),
      today: house.today,
      note: context.note,
    })
  })
