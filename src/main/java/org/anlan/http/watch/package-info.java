/** What watches over the service: whether it lives, whether it is ready, and its figures for Prometheus. */
package org.anlan.http.watch;
