import { onBeforeUnmount, watchEffect, type Ref } from 'vue'

/** Tells the browser's print the size of the sheet, in millimetres, for as long as it is open. */
export function usePageSize(size: Readonly<Ref<[number, number]>>) {
  const rules = document.createElement('style')
  document.head.append(rules)
  watchEffect(() => {
    const [width, height] = size.value
    rules.textContent = `@page { size: ${width}mm ${height}mm; margin: 0 }`
  })
  onBeforeUnmount(() => rules.remove())
}
