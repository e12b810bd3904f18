import type { IssueContent } from '../../documents/issue.ts'
import { pictureIn, pictureKind } from '../../documents/pictureKind.ts'
import { type PictureSet, isPictureName } from '../../documents/pictures.ts'

/** A picture of the authority’s own, in the place of the one whose name is its document’s. */
export const ownPictureKind = pictureKind('own_picture', 'Picture for easy read', 'a picture for easy read')

/** The authority’s own pictures, from the latest issue of each. */
export const ownPictures = (issues: readonly { content: IssueContent }[]): PictureSet =>
  Object.fromEntries(
    issues.flatMap((issue) => {
      const picture = pictureIn(issue)
      return picture && isPictureName(issue.content.ref) ? [[issue.content.ref, picture]] : []
    }),
  )
