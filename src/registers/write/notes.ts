/** The sheet of a workbook that explains the others: no register. */
export const NOTES_SHEET = 'Notes'
