import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { validateAsked } from '../../returns/ssda903/validate/cli/asked.ts'
import { validateSsda903 } from '../../returns/ssda903/validate/cli/validate.ts'

export const runValidateSsda903 = asking(validateAsked, async (asked, { progress, print }) =>
  validateSsda903(asked, { authorityNamed, progress, print }),
)
