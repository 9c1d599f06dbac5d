/** Whether the service keeps what it acknowledged, whatever happens to it: run at length by bin/reliability, a little in every build. */
package org.anlan.reliability;
