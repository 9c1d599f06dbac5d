import { takeClicks } from '@/map/clicks'
import type { Drawing } from '@/map/draw/drawing'
import { onSegmentClick } from './scenarioMap'
import type { useScenario } from './useScenario'

/** Lets segments be chosen by clicks on the coast; used like a tool that draws. */
export function pickSegments(scenario: ReturnType<typeof useScenario>, name: () => string, onIsland: (island: boolean) => void): Drawing {
  const giveUpClicks = takeClicks()
  const stop = onSegmentClick((id, island) => {
    onIsland(island)
    if (!island) scenario.pick(id)
  })
  return {
    undo: () => scenario.picked.length > 0 && scenario.pick(scenario.picked.at(-1) ?? ''),
    finish: () => scenario.finishPicking(name()),
    stop() {
      stop()
      giveUpClicks()
    },
  }
}
