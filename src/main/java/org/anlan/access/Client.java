package org.anlan.access;

import org.anlan.store.Actor;

/**
 * The client of a request.
 *
 * @param from its address
 * @param counted whom its wrong passwords count for: the address, or the network that one client can have
 */
public record Client(String from, String counted) {

    /** Somebody who comes from there. */
    Actor as(String name) {
        return new Actor(name, from);
    }
}
