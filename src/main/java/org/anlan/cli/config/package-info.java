/**
 * The settings of the command line. A value is taken from the flag, else from the environment, else from the configuration file, else it is the default;
 * each setting is declared once, as an option marked {@link org.anlan.cli.config.Setting}.
 */
package org.anlan.cli.config;
