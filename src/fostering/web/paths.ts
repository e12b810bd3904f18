import { authorityPath } from '../../platform/web/authorities.ts'

/** The address of a page of fostering: of the list, or of a household. */
export const fosteringPath = (code: string, ...parts: readonly string[]): string =>
  authorityPath(code, 'fostering', ...parts)
