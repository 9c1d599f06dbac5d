/** Floor 4: the command line; one class per command. It does what the HTTP API does, through the same services. */
package org.anlan.cli;
