/** Floor 0: the few words every floor speaks: bilingual texts, findings about a hand-in, refusals. Imports nothing of ours. */
package org.anlan.base;
