package org.anlan.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Says how the log is written. Without it, lines for people go to standard error, as logback.xml has it. */
final class LogSetup {

    private LogSetup() {}

    /** Writes the log so from now on, to standard error, what libraries write by java.util.logging with it. */
    static void use(LogFormat format) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        switch (format) {
            case text -> {}
            case json -> json((LoggerContext) LoggerFactory.getILoggerFactory());
        }
    }

    private static void json(LoggerContext context) {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
        out.setContext(context);
        out.setName("json");
        out.setTarget("System.err");
        out.setEncoder(lines);
        out.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(out);
        Logger uncaught = LoggerFactory.getLogger("org.anlan.uncaught");
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, exception) -> uncaught.error("thread {} ended", thread.getName(), exception));
    }
}
