/** Floor 3: who may change things. For now one administrator with a password; reading is open. */
package org.anlan.access;
