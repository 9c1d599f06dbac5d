/** Floor 4: the service on one port: our API under {@code /api/v1}, problem details (RFC 9457), the map page. */
package org.anlan.http;
