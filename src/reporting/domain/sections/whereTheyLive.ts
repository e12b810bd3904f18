import type { Section } from '../section.ts'
import { breakdownChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { paragraph, present, snapshotDay, snapshotDays } from '../phrases.ts'
import { mostCommonText } from '../sentences.ts'
import { breakdownTable } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

/** Named here so that the report says why it does not have them. */
const NOT_IN_RETURN = ['cla.over_20_miles', 'cla.out_of_area']
const SHARES = ['cla.foster_share', 'cla.own_provision_share']

export const whereTheyLive: Section = {
  id: 'where_they_live',
  place: 1000,
  title: 'Where our children live',
  figures: [...SHARES, 'cla.by_placement_group', 'cla.by_placement', 'cla.by_provider', ...NOT_IN_RETURN],
  prompt:
    'How well children’s homes match their needs: the range of homes to choose from, brothers and sisters together, children far from home, and homes that are not registered.',
  write: (year) => {
    const groups = valued(year.now, 'cla.by_placement_group')
    const day = `On ${snapshotDay(year.now)}`
    return [
      ...paragraph(
        groups
          ? mostCommonText(groups, 3, {
              all: `${day} all lived in one kind of home:`,
              one: `${day} the most common kind of home was`,
              several: `${day} the most common kinds of home were`,
            })
          : '',
      ),
      ...present(
        breakdownChart(
          year,
          'cla.by_placement_group',
          `Children looked after by kind of home, ${snapshotDays(year)}`,
          'Kind of home',
        ),
        breakdownTable(year, 'cla.by_placement_group', {
          caption: `Children looked after on ${snapshotDays(year)}, by kind of home`,
          heading: 'Kind of home',
        }),
        measuresTable(year, SHARES, `Foster care and own provision, children looked after on ${snapshotDays(year)}`),
        breakdownTable(year, 'cla.by_placement', {
          caption: `Children looked after on ${snapshotDays(year)}, by placement as the return records it`,
          heading: 'Placement',
        }),
        breakdownTable(year, 'cla.by_provider', {
          caption: `Children looked after on ${snapshotDays(year)}, by who provides the placement`,
          heading: 'Provider',
        }),
      ),
    ]
  },
}
