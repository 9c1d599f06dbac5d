/** Floor 3: photos and documents of the ledgers, taken in, shown small, and given out without what a camera wrote into them ({@link org.anlan.attachments.AttachmentFiles}). */
package org.anlan.attachments;
