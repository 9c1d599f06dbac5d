/** What a file is, by its content. */
package org.anlan.attachments.kind;
