/** How the impact check looks at layers and judges by rules. */
package org.anlan.zoning.impact;
