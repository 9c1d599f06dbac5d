import type { ChangeCell, CoastKind } from '@/api/change'
import { changedOnly, keyOf } from './matrix'

/** A type of coast on one side of the flow diagram. */
export interface FlowNode {
  id: string
  side: 'from' | 'to'
  kind: CoastKind
  lengthM: number
}

export interface FlowLink {
  source: string
  target: string
  cell: ChangeCell
}

export interface Flow {
  nodes: FlowNode[]
  links: FlowLink[]
}

/** What was, on the left, flows into what is, on the right; coast that stayed what it was is left out. The longest come first. */
export function flowOf(cells: ChangeCell[]): Flow {
  const links = changedOnly(cells)
    .filter((cell) => cell.lengthM > 0)
    .sort((a, b) => b.lengthM - a.lengthM)
    .map((cell) => ({ source: `from:${keyOf(cell.from)}`, target: `to:${keyOf(cell.to)}`, cell }))
  const nodes = new Map<string, FlowNode>()
  const add = (id: string, side: FlowNode['side'], kind: CoastKind, lengthM: number) => {
    const known = nodes.get(id)
    if (known) known.lengthM += lengthM
    else nodes.set(id, { id, side, kind, lengthM })
  }
  for (const { source, target, cell } of links) {
    add(source, 'from', cell.from, cell.lengthM)
    add(target, 'to', cell.to, cell.lengthM)
  }
  return { nodes: [...nodes.values()].sort((a, b) => b.lengthM - a.lengthM), links }
}
