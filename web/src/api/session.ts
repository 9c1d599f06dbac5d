import { get, post, put, remove } from './http'
import { bool, listOf, object, text } from './narrow'

export interface Session {
  signedIn: boolean
  /** The account's name, and its name for people. */
  name: string | null
  display: string | null
  /** Whether a new password has to be chosen before anything else. */
  mustChange: boolean
  /** Whether people may sign in at an OpenID Connect provider too. */
  openid: boolean
  /** What this account may do beyond reading: "layers", "figures", "ledgers", "cases", "admin". */
  rights: string[]
}

export const SIGNED_OUT: Session = { signedIn: false, name: null, display: null, mustChange: false, openid: false, rights: [] }

/** Where a browser goes to sign in at the provider. */
export const OPENID = '/api/v1/session/openid'

export function readSession(value: unknown): Session {
  const json = object(value)
  return {
    signedIn: json.get('signedIn', bool),
    name: json.or('name', text, null),
    display: json.or('display', text, null),
    mustChange: json.or('mustChange', bool, false),
    openid: json.or('openid', bool, false),
    rights: json.or('rights', listOf(text), []),
  }
}

export const fetchSession = async (): Promise<Session> => readSession(await get('/session'))
export const signIn = async (password: string, name: string): Promise<Session> =>
  readSession(await post('/session', name === '' ? { password } : { name, password }))
export const signOut = async (): Promise<void> => void (await remove('/session'))
export const changePassword = async (current: string, next: string): Promise<void> =>
  void (await put('/session/password', { current, next }))
