import { createI18n } from 'vue-i18n'
import type { Language } from '@/app/urlState'
import { en } from './en'
import { zh } from './zh'

export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: false, messages: { zh, en } })

export function speak(language: Language) {
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = i18n.global.t('app.title')
}
