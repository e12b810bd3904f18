import { visibleText } from '../../kernel/visibleText.ts'
import { type ParsedUrlQuery, parse } from 'node:querystring'

/** Control characters but for tab and line ends, as they are and as forms and addresses write them. */
const CONTROLS = /%(?:0[0-8bcef]|1[\da-f]|7f)|[\0-\x08\v\f\x0e-\x1f\x7f]/gi

/** Whether there are characters in it that nobody types. */
export const hasControls = (text: string): boolean => text.search(CONTROLS) !== -1

/** What no address that we made has in it: control characters, and what nobody sees or what turns the writing round. */
export const hasOddCharacters = (text: string): boolean =>
  hasControls(text) || /\p{Bidi_Control}/u.test(text) || visibleText(text) !== text

export const withoutControls = (text: string): string => text.replaceAll(CONTROLS, '')

/**
 * What a form or an address says, without control characters: nobody types them, what is pasted may bring them along,
 * and the database keeps no NUL. However many fields there are, all are read.
 */
export const readFields = (encoded: string): ParsedUrlQuery => parse(withoutControls(encoded), '&', '=', { maxKeys: 0 })
