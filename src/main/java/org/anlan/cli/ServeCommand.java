package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.anlan.access.AdminAccess;
import org.anlan.format.Leftovers;
import org.anlan.http.Server;
import org.anlan.http.Services;
import org.anlan.intake.Jobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan serve}: the map page and the HTTP API, until the process is told to end. */
@Command(name = "serve", description = "启动服务 / start the service")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "监听地址 / address to listen on (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "端口，0 = 任意空闲 / port, 0 = any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--demo", description = "首次启动时导入石狮示例数据 / import the Shishi demonstration into an empty store")
    private boolean demo;

    @Option(
            names = "--jobs",
            defaultValue = "2",
            description = "同时进行的检查与提交 / checks and commits at once (default: ${DEFAULT-VALUE})")
    private int atOnce;

    @Option(
            names = "--keep-uploads",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "未提交的上传保留天数 / days that an upload is kept which nobody commits (default: ${DEFAULT-VALUE})")
    private int keepDays;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Leftovers.remove();
        try (Installation installation = common.open()) {
            if (demo) {
                new Demo(System.out).fill(installation);
            }
            AdminAccess access = new AdminAccess(installation.store().settings(), Clock.systemUTC());
            access.firstPassword()
                    .ifPresent(password -> System.out.println(
                            "管理员的一次性初始密码（只显示这一次，登录后请修改）/ first admin password (shown only this once; change it after signing in): "
                                    + password));
            Path temporary = common.data.resolve("arriving");
            Files.createDirectories(temporary);
            Jobs jobs = new Jobs(installation.store().jobs(), atOnce);
            Services services = new Services(
                    installation.catalog(),
                    installation.store(),
                    installation.intake(),
                    jobs,
                    installation.retention(),
                    installation.rules(),
                    access);
            CountDownLatch ended = new CountDownLatch(1);
            try (Server server = Server.start(services, host, port, temporary);
                    Expiry expiry =
                            Expiry.every(Duration.ofHours(1), installation.intake(), Duration.ofDays(keepDays))) {
                Thread stop = new Thread(
                        () -> {
                            server.close();
                            expiry.close();
                            jobs.close();
                            installation.close();
                            ended.countDown();
                        },
                        "stop");
                Runtime.getRuntime().addShutdownHook(stop);
                System.out.println("Anlan is ready at " + server.address());
                System.out.flush();
                ended.await();
            }
        }
        return 0;
    }
}
