/** How a counting rule set is read from its file. */
package org.anlan.coast.rules;
