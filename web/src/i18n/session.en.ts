import type { sessionZh } from './session.zh'

export const sessionEn: typeof sessionZh = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  name: 'Account',
  password: 'Password',
  openid: 'Sign in at the identity provider',
  mustChange: 'The password you were given is for the first sign-in only; choose your own first.',
  why: 'Public layers need no sign-in; uploading, editing and rolling back need an account that may.',
  changeTitle: 'Change the password',
  current: 'Current password',
  next: 'New password',
  expired: 'Your session has ended (after 12 hours, or because you signed out elsewhere). Sign in again; what you entered is still there.',
  rule: '8 to 200 characters',
  noAccount: 'No account, or the password is lost? Ask your administrator. On a new installation sign in as admin; the first password stands in the window that the service was started in.',
  change: 'Change password',
  changed: 'The password has been changed. Sign in with the new one.',
}
