package org.anlan.cli.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an option that can also be set by the environment and in the configuration file. Its key is its long name without the dashes ({@code
 * keep-uploads}), its variable {@code ANLAN_} and the key in capitals ({@code ANLAN_KEEP_UPLOADS}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Setting {

    /** The least value of a number. */
    int min() default 0;

    /** The greatest value of a number. */
    int max() default Integer.MAX_VALUE;
}
