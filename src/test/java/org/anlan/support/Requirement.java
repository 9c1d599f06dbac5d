package org.anlan.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements of the standards that a test shows to be met, as {@code standard/requirement class/requirement} ("features-1/core/root-op"); all of
 * them are in {@code src/test/resources/ogc/requirements.tsv}, and {@code docs/conformance.md} is made of both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {
    /** The requirements. */
    String[] value();
}
