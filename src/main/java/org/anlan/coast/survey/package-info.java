/** The segments of one survey as they are counted: read from a revision, split among regions, laid on each other. */
package org.anlan.coast.survey;
