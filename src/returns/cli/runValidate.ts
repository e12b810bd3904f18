import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { validateAsked } from '../ssda903/validate/cli/asked.ts'
import { validateSsda903 } from '../ssda903/validate/cli/validate.ts'

/** `footprint validate ssda903`. Apart from the other commands of returns: it needs nothing of what they load. */
export const runValidateSsda903 = asking(validateAsked, (asked, { progress, print }) =>
  validateSsda903(asked, { authorityNamed, progress, print }),
)
