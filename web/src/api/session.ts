import { get, post, put, remove } from './http'
import { bool, object, text } from './narrow'

export interface Session {
  signedIn: boolean
  role: string | null
}

export function readSession(value: unknown): Session {
  const json = object(value)
  return { signedIn: json.get('signedIn', bool), role: json.or('role', text, null) }
}

export const fetchSession = async (): Promise<Session> => readSession(await get('/session'))
export const signIn = async (password: string): Promise<Session> => readSession(await post('/session', { password }))
export const signOut = async (): Promise<void> => void (await remove('/session'))
export const changePassword = async (current: string, next: string): Promise<void> =>
  void (await put('/session/password', { current, next }))
