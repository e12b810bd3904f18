import type { Rule } from '../../studied.ts'
import { contentsList } from './contentsList.ts'
import { headingsNamed } from './headingsNamed.ts'
import { numbering } from './numbering.ts'
import { references } from './references.ts'
import { whereTablesAre } from './whereTablesAre.ts'

/** What a report refers to in itself. */
export const referencesRules: readonly Rule[] = [contentsList, headingsNamed, numbering, references, whereTablesAre]
