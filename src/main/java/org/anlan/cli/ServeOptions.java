package org.anlan.cli;

import java.time.Duration;
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
 * @param log how the log is written
 */
record ServeOptions(
        String host, int port, boolean demo, int jobs, Duration keepUploads, Limits limits, LogFormat log) {}
