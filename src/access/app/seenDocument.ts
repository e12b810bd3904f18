import type { DocumentNamed } from '../../documents/app/ports.ts'
import type { DocumentKind } from '../../documents/kind.ts'
import { may } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import { type Asking, type Seeing, seenChild } from './asking.ts'

/** What a document is about, and with which permission someone asks for it: the room says that knows. */
export interface DocumentAsked extends DocumentNamed {
  /** The children it is about: only who may see all of them may see it. None where it is about no child. */
  children: readonly string[]
  permission: Permission
}

/** Thrown where a document is asked for of a kind that no room describes. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind'
  constructor(kind: string) {
    super(`no room has documents of the kind ${kind}`)
  }
}

/** The kind of this name. Throws `UnknownKind`. */
export function kindNamed(kinds: readonly DocumentKind[], name: string): DocumentKind {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) throw new UnknownKind(name)
  return kind
}

/** Whether the user may see what the document is about: every child of it, and holds the permission at all. */
export async function maySeeDocument(
  seeing: Seeing,
  asking: Asking,
  { children, permission }: Pick<DocumentAsked, 'children' | 'permission'>,
): Promise<boolean> {
  if (!may(asking.by, permission)) return false
  const seen = await Promise.all(children.map((child) => seenChild(seeing, asking, permission, child)))
  return seen.every((child) => child !== null)
}
