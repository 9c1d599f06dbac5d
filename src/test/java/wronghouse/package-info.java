/** A small house built wrong on purpose: the architecture test shows on it that its rule finds faults. */
package wronghouse;
