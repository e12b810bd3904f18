import type { Rule } from '../../studied.ts'
import { headingsNamed } from './headingsNamed.ts'
import { references } from './references.ts'

/** What a report refers to in itself. */
export const referencesRules: readonly Rule[] = [headingsNamed, references]
