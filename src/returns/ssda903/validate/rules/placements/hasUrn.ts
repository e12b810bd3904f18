import type { Row } from '../../engine/rows.ts'

/** Written where a placement has no number of Ofsted's. */
const NO_URN = 'XXXXXXX'

/** Whether the episode names a provider by Ofsted's number. */
export const hasUrn = (episode: Row<'Episodes'>): boolean => episode.has('URN') && episode.URN !== NO_URN
