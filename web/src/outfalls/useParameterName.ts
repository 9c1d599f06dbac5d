import { useCatalog } from '@/app/useCatalog'
import { useWords } from '@/i18n/useWords'

/** How a parameter is called; the fields of the layer have the unit behind it. */
export function useParameterName() {
  const catalog = useCatalog()
  const say = useWords()

  return (name: string): string => {
    const field = catalog.layer('outfall-readings')?.fields.find((one) => one.name === name || one.name.startsWith(`${name}_`))
    return field ? say(field.label) : name
  }
}
