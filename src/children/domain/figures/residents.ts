import { populationSetting } from '../../settings.ts'
import type { Denominator } from '../../../figures/figure.ts'
import { recordsOf } from '../../../world/world.ts'
import { context } from '../../registers/context.ts'
import type { World } from '../world.ts'

/** The residents aged 0 to 17 that the authority has given for the year, or why there is no rate. */
export function populationAged0To17(world: World): Denominator | string {
  const year = world.year.name
  const inContext = recordsOf(world, context).find(
    (entry) => entry.year === year && entry.measure === 'population_0_17' && entry.group === 'AUTHORITY',
  )
  const population = inContext ?? populationSetting.of(world.settings)[year]
  if (!population) return `No population aged 0 to 17 is given for ${year}.`
  return { value: population.value, label: `population aged 0 to 17 (${population.source})` }
}
