/** What the stores share: how a layer becomes a table, how a change is compared, how a state is written down. */
package org.anlan.store.sql;
