package org.anlan.cli;

import java.time.Duration;
import java.util.Optional;
import org.anlan.access.AnonymousAccess;
import org.anlan.http.Limits;

/**
 * How the service runs.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 = any free one
 * @param demo whether an empty store takes the demonstration in
 * @param jobs checks and commits at once
 * @param keepUploads how long an upload is kept which nobody commits
 * @param limits what requests may do
 * @param publicAddress where clients find the service, without a slash at the end; empty = where a request says it came to
 * @param frozenBytes what frozen layers may take on disk; 0 = nothing is frozen
 * @param tileCacheBytes what tiles may take on disk; 0 = they are kept in memory only
 * @param anonymous what somebody sees who is not signed in
 * @param log how the log is written
 */
record ServeOptions(
        String host,
        int port,
        boolean demo,
        int jobs,
        Duration keepUploads,
        Limits limits,
        Optional<String> publicAddress,
        long frozenBytes,
        long tileCacheBytes,
        AnonymousAccess anonymous,
        LogFormat log) {}
