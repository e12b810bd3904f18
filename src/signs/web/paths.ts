import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'

/** The address of the signs of everyone that the last import brought. */
export const newSignsPath = (code: string): string =>
  withQuery(authorityPath(code, 'signs'), { officer: 'all', state: 'new' })
