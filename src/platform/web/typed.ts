import { type ParsedUrlQuery, parse } from 'node:querystring'

/** Control characters but for tab and line ends, as they are and as forms and addresses write them. */
const CONTROLS = /%(?:0[0-8bcef]|1[\da-f]|7f)|[\0-\x08\v\f\x0e-\x1f\x7f]/gi

/** What no address that we made has in it. */
export const hasControls = (text: string): boolean => text.search(CONTROLS) !== -1

/**
 * What a form or an address says, without control characters: nobody types them, what is pasted may bring them along,
 * and the database keeps no NUL. However many fields there are, all are read.
 */
export const readFields = (encoded: string): ParsedUrlQuery =>
  parse(encoded.replaceAll(CONTROLS, ''), '&', '=', { maxKeys: 0 })
