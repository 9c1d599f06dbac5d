/** What every request passes on its way in and out: who asks, under which id, whether there is room for it, and the line that it leaves in the log. */
package org.anlan.http.gate;
