import type { MadeFile } from '@/api/http'

let shown: string | null = null

/**
 * Opens a page that is on its way in a tab of its own, to read and to print. The tab is opened at once, while the browser still knows
 * that somebody asked for it; the page comes under the policy of this one and can run nothing.
 */
export async function openPage(coming: Promise<MadeFile | null>, waiting: string, onBlocked: () => void) {
  const tab = window.open('', '_blank')
  if (tab) tab.document.body.textContent = waiting
  const file = await coming
  if (!file) return tab?.close()
  if (!tab) return onBlocked()
  if (shown) URL.revokeObjectURL(shown)
  shown = URL.createObjectURL(file.content)
  tab.location.replace(shown)
}

/** Saves a file under the name that the server gave it. */
export function saveFile({ name, content }: MadeFile) {
  const link = document.createElement('a')
  const address = URL.createObjectURL(content)
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
