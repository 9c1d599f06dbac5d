/** Our own endpoints, one class per noun; docs/api.md describes them for clients. */
package org.anlan.http.api;
