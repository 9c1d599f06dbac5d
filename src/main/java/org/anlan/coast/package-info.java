/**
 * Floor 3: the coastline: how much of it is natural, under which counting rules, and how it changes between surveys.
 *
 * <p>Here stand the services with their results ({@code Retention}, {@code RetentionFigure}). The rooms below: {@code survey} (segments as they are counted),
 * {@code tally} (lengths added up), {@code rules} (counting rules read), {@code rates} (transects and how to cast them), {@code scenario} (one scenario read
 * and carried out), {@code kept} (figures kept as documents), {@code forms} (JSON, CSV, text and reports of every figure).
 */
package org.anlan.coast;
