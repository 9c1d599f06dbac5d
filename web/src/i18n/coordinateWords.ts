/** How people write degrees and directions, in either language, as the parts of regular expressions. */
export const DEGREE = '[°º˚度]'
export const MINUTE = "[′’'分]"
export const SECOND = '(?:[″”"秒]|′′|\'\')'
export const LATITUDE = '北纬|南纬|纬度|北|南|纬|[NS]'
export const LONGITUDE = '东经|西经|经度|东|西|经|[EW]'
export const NEGATIVE = '南|西|[SW]'
/** What stands between numbers and says nothing. */
export const BETWEEN = '[\\s,;，；、：:()（）]+'
