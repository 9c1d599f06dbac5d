import { BarChart, LineChart, SankeyChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ComposeOption } from 'echarts/core'
import type { BarSeriesOption, LineSeriesOption, SankeySeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'

use([BarChart, LineChart, SankeyChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | SankeySeriesOption | GridComponentOption | TooltipComponentOption>

/** Keeps a chart in an element: drawn anew when the option changes, resized with the element. */
export function useChart(element: Readonly<Ref<HTMLElement | null>>, option: () => ChartOption, onClick?: (index: number) => void) {
  let dispose: (() => void) | null = null

  onMounted(() => {
    if (!element.value) return
    const chart = init(element.value, null, { renderer: 'svg' })
    if (onClick) chart.on('click', ({ dataIndex }) => onClick(dataIndex))
    const draw = () => chart.setOption(option(), { notMerge: true })
    draw()
    const stop = watch(option, draw)
    // The height follows the number of rows, so the element may change its size after the option did.
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element.value)
    dispose = () => {
      stop()
      observer.disconnect()
      chart.dispose()
    }
  })
  onBeforeUnmount(() => dispose?.())
}
