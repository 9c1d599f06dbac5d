import { API, request, sendFiles } from './http'
import { number, object, text, type Reader } from './narrow'

/** Ledgers whose subjects have photos and documents, by the server's words. */
export type AttachedLedger = 'outfall' | 'case'

export interface Attachment {
  id: string
  name: string
  bytes: number
  author: string
  picture: boolean
}

/** Endings of what the server takes; what a file is, its content says. */
export const ATTACHMENT_TYPES = '.jpg,.jpeg,.png,.pdf,.docx,.xlsx'

const listPath = (ledger: AttachedLedger, subject: string) => `/attachments/${ledger}/${encodeURIComponent(subject)}`

export const attachmentPath = (id: string): string => `${API}/attachments/${encodeURIComponent(id)}`
export const thumbnailPath = (id: string): string => `${attachmentPath(id)}/thumbnail?size=192`

/** In the order in which they came. */
export const fetchAttachments = async (ledger: AttachedLedger, subject: string, signal: AbortSignal): Promise<Attachment[]> =>
  object(await request('GET', API + listPath(ledger, subject), undefined, signal)).list('attachments', attachment)

/** Adds photos and documents, one after the other, and gives their ids. What the subject has already keeps its id, so that sending again adds nothing. */
export async function addAttachments(ledger: AttachedLedger, subject: string, files: File[]): Promise<string[]> {
  const ids: string[] = []
  for (const file of files) ids.push(attachment(await sendFiles(listPath(ledger, subject), [file], () => {}), '$').id)
  return ids
}

export const attachment: Reader<Attachment> = (value, path) => {
  const json = object(value, path)
  return {
    id: json.get('id', text),
    name: json.get('name', text),
    bytes: json.get('bytes', number),
    author: json.or('author', text, ''),
    picture: json.get('type', text).startsWith('image/'),
  }
}
