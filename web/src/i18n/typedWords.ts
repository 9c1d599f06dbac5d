/** Days, months and years as people type them. */
export const TYPED_DAY = /^(\d{4})(?:[-/年.](\d{1,2})(?:[-/月.](\d{1,2})日?|月)?|年)?$/
/** What stands between the ends of a range. */
export const TYPED_TO = /\s*(?:\.\.|～|~|至)\s*/
