/** What the service can compute, put together once for the server and the command line. */
package org.anlan.analysis;
