/** Speaks OpenID Connect with a provider. */
package org.anlan.access.openid;
