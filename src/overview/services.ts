import { inOwnWords } from '../children/domain/ownWords.ts'
import { roomsPort, worldsOf } from '../children/services.ts'
import { joinFindings } from '../house/findings.ts'
import { type Port, port, service } from '../house/house.ts'
import type { OverviewDeps } from './web/routes.ts'
import { authorityNamed } from '../platform/authorities.ts'
import { joinFigures } from '../world/figures.ts'

/** What the pages of this room need of returns. */
export const ofReturnsPort: Port<Pick<OverviewDeps, 'findingsOf' | 'doubtsOf' | 'coverage'>> =
  port('what is known of returns')

/** The figures of every room. */
export const figuresIn = service((house) =>
  joinFigures(
    roomsPort.of(house).flatMap(({ figures = [] }) => figures),
    inOwnWords,
  ),
)

/** What every room finds odd. */
export const findingsIn = service((house) => joinFindings(roomsPort.of(house).flatMap(({ findings = [] }) => findings)))

/** What the commands on figures and deadlines are given. */
export const overviewDeps = service((house) => ({
  worlds: worldsOf(house),
  figures: figuresIn(house),
  authorityOf: (codeOrName: string) => Promise.resolve(authorityNamed(codeOrName).code),
  today: house.today,
  now: house.now,
}))
