/** What is entered in the ledger of outfalls, and what state follows from it. */
package org.anlan.outfall.ledger;
