/** Something that has its place among others of other rooms. */
export interface Placed {
  /** Where it stands: a lower number first. Numbers are far apart, so that another room's fits in between. */
  place: number
}

/** In order of their places; those of one place as they come. */
export const inPlace = <One extends Placed>(all: readonly One[]): One[] => [...all].sort((a, b) => a.place - b.place)
