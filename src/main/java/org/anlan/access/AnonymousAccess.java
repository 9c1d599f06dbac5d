package org.anlan.access;

/** What somebody who is not signed in sees. */
public enum AnonymousAccess {
    /** Whatever is public. */
    READ,
    /** Nothing but the way in. */
    NONE
}
