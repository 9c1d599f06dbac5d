import { readCheck } from './checks'
import { readJob } from './jobs'
import { number, object, oneOf, text, type Reader } from './narrow'
import { readPart } from './parts'
import { UPLOAD_STATES, type Upload, type UploadHead } from './uploads'

export const readHead: Reader<UploadHead> = (value, at) => {
  const json = object(value, at)
  return {
    id: json.get('id', text),
    fileName: json.get('fileName', text),
    sha256: json.or('sha256', text, ''),
    bytes: json.or('bytes', number, 0),
    receivedAt: json.or('receivedAt', text, null),
    state: json.get('state', oneOf(...UPLOAD_STATES)),
    job: json.or('job', readJob, null),
  }
}

export function readUpload(value: unknown): Upload {
  const json = object(value)
  return { ...readHead(value, '$'), parts: json.list('parts', readPart), check: json.or('check', readCheck, null) }
}
