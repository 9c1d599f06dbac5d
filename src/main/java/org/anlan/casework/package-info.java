/** Floor 3: problem sites and their closed loop ({@link org.anlan.casework.Cases}), boundary markers and their inspections ({@link org.anlan.casework.Markers}). */
package org.anlan.casework;
