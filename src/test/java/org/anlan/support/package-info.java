/** Fixtures that tests of several packages share. */
package org.anlan.support;
