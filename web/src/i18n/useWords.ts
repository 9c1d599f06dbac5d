import type { Text } from '@/api/narrow'
import { useView } from '@/app/useView'

/** Picks the reader's language from words that came with the data; a missing translation falls back to the other. */
export function useWords(): (words: Text) => string {
  const { view } = useView()
  return (words) => (view.lang === 'en' ? words.en || words.zh : words.zh || words.en)
}
