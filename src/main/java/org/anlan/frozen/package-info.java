/**
 * Layers frozen at a revision: the features of one state, encoded once and laid out in files that are mapped into memory. A state never changes, so
 * neither does its frozen layer; answers, boxes and tiles become copies of its bytes. It is only ever a copy: what the store keeps decides, a frozen layer
 * may be deleted at any time, and while there is none (a commit has just been made) the store itself is read, with the same answer.
 *
 * <p>{@link org.anlan.frozen.FrozenFeatures} is the {@link org.anlan.store.FeatureStore} that reads from one or the other.
 */
package org.anlan.frozen;
