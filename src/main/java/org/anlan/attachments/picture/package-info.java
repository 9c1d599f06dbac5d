/** What is done with photos: read where they were taken, copy them without it, make them small. */
package org.anlan.attachments.picture;
