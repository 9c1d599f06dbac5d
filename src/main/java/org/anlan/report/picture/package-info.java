/** Maps as drawings (SVG): sharp at any size, in print as well. */
package org.anlan.report.picture;
