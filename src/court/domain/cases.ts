import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type CourtDocumentFact, courtDocuments } from '../registers/courtDocuments.ts'
import { type HearingFact, hearings } from '../registers/hearings.ts'
import { type ProceedingsFact, proceedings } from '../registers/proceedings.ts'

/** Proceedings of a child as they stand on the day of a world: of what was done, nothing dated later is in it. */
export interface Case {
  proceedings: ProceedingsFact
  /** Null while they are on foot. */
  concludedOn: PlainDate | null
  guardianContactOn: PlainDate | null
  handoverOn: PlainDate | null
  /** By the day on which the lawyers received them. */
  papers: readonly CourtDocumentFact[]
  /** In order of their days, those to come among them. */
  hearings: readonly HearingFact[]
}

/** The proceedings issued by the day of the world, in order of the day. */
export const casesIn = rememberedFor((world: World): readonly Case[] => {
  const seen = (day: PlainDate | null): PlainDate | null => (day && isOnOrBefore(day, world.asAt) ? day : null)
  const papers = Map.groupBy(recordsOf(world, courtDocuments), ({ proceedingsRef }) => proceedingsRef)
  const listed = Map.groupBy(recordsOf(world, hearings), ({ proceedingsRef }) => proceedingsRef)
  return recordsOf(world, proceedings)
    .filter(({ issuedOn }) => isOnOrBefore(issuedOn, world.asAt))
    .map((one) => ({
      proceedings: one,
      concludedOn: seen(one.concludedOn),
      guardianContactOn: seen(one.guardianContactOn),
      handoverOn: seen(one.handoverOn),
      papers: (papers.get(one.proceedingsRef) ?? [])
        .filter(({ receivedOn }) => isOnOrBefore(receivedOn, world.asAt))
        .map((paper) => ({ ...paper, sentToIroOn: seen(paper.sentToIroOn) }))
        .sort((a, b) => compareDates(a.receivedOn, b.receivedOn)),
      hearings: (listed.get(one.proceedingsRef) ?? []).toSorted((a, b) => compareDates(a.on, b.on)),
    }))
    .sort((a, b) => compareDates(a.proceedings.issuedOn, b.proceedings.issuedOn))
})

/** The proceedings of a child. */
export const casesOf = (world: World, child: string): Case[] =>
  casesIn(world).filter(({ proceedings: { child: whose } }) => whose === child)

/** Whether proceedings about the child are on foot on the day of the world. */
export const isInProceedings = (world: World, child: string): boolean =>
  casesOf(world, child).some(({ concludedOn }) => concludedOn === null)
