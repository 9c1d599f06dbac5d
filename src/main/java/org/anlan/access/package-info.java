/** Floor 3: who somebody is, what they may do ({@link org.anlan.access.Role}, {@link org.anlan.access.Right}) and see. */
package org.anlan.access;
