/**
 * Floor 3: a hand-in on its way: received → inspected → mapped → checked → committed, or dropped. The page, the HTTP API, the command line and the
 * demonstration all go through {@link org.anlan.intake.Intake}.
 */
package org.anlan.intake;
