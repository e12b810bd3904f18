import { authorityPath } from '../../platform/web/authorities.ts'

/** The address of a page of this room. */
export const watchedPath = (code: string, ...parts: readonly string[]): string =>
  authorityPath(code, 'watched', ...parts)
