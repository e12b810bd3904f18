/**
 * One child's part of one year's return: what is stored, versioned and merged over the years.
 */

/** One child's part of one return. Two returns that say the same of a child give the same `content`, in any order of rows. */
export interface ReturnDocument {
  child: string
  /** The first day anything is said of (`2022-04-01`); null where only the child itself is described. */
  firstDay: string | null
  /**
   * `infinity` while an episode is open, else the last day anything is said of; null where `firstDay` is. What is said of
   * the year as a whole reaches to its end only of care leavers, and where no episode says when the child was in care.
   */
  lastDay: string | null
  /** What is said, as compact JSON in one fixed order: equal exactly where the same is said. To be hashed and compared. */
  content: string
  /** In which rows of the files it stands, as compact JSON beside `content`. Not part of what is compared: a file sorted anew says nothing new. */
  rows: string
}

/** A stored document, as merging takes it. */
export interface YearDocument {
  /** The calendar year in which the return's year starts. */
  year: number
  content: string
  rows: string
}
