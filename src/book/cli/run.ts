import type { CommandLine } from '../../house/command.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { bookServices } from '../services.ts'
import { book, bookAsked } from './book.ts'

/** `footprint book`. */
export const runBook = ({ open }: CommandLine) =>
  asking(bookAsked, async (asked, context) => {
    const house = await open(context)
    const { performanceBook } = bookServices(house)
    return book(asked, { performanceBook, authorityNamed, today: house.today })
  })
