import { useView } from '@/app/useView'

/** The way to the page of a problem site, from wherever in the page. */
export function useOpenCase() {
  const { view } = useView()
  return (number: string) => Object.assign(view, { task: 'outfalls', outfallPart: 'cases', outfall: null, proposals: null, problemSite: number })
}
