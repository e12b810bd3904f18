import type { CommandLine } from '../../house/command.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { connect } from '../../platform/database/database.ts'
import { retentionOn } from '../services.ts'
import { retention, retentionAsked } from './retention.ts'

/** `footprint retention`. Records are deleted as their owner: the application's own account can delete none. */
export const runRetention = ({ open }: CommandLine) =>
  asking(retentionAsked, async (asked, context) => {
    const house = await open(context)
    const { ownerUrl } = (await context.configuration()).database
    const owners = ownerUrl === null ? house.database : connect(ownerUrl)
    if (ownerUrl !== null) context.atEnd(() => owners.destroy())
    return retention(asked, { retention: retentionOn(house, owners), today: house.today(), authorityNamed })
  })
