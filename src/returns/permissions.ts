import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do, with returns and with the registers that are imported beside them. */
export const returnsPermissions = {
  readFindings: {
    id: 'findings.read',
    words: 'see what is odd in the data',
    isAboutChildren: true,
    roles: wholeService,
  },
  readImports: {
    id: 'imports.read',
    words: 'see what was imported',
    isAboutChildren: false,
    roles: wholeService,
  },
  makeImports: {
    id: 'imports.make',
    words: 'import returns and registers',
    // What an import would change tells what is kept.
    isAboutChildren: true,
    roles: { iro_manager: 'authority', business_support: 'authority', analyst: 'authority' },
  },
  lookAfter: {
    id: 'returns.look_after',
    words: 'be reminded of what fails in the latest return',
    isAboutChildren: true,
    roles: { analyst: 'authority' },
  },
  exportRegisters: {
    id: 'registers.export',
    words: 'take the registers away as files',
    isAboutChildren: true,
    roles: { iro_manager: 'authority', business_support: 'authority', analyst: 'authority' },
  },
} as const satisfies Record<string, Permission>
