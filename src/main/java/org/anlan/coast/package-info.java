/** Floor 3: the coastline: how much of it is natural, under which counting rules, and how it changes between surveys. */
package org.anlan.coast;
