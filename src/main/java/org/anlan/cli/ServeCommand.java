package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.access.Access;
import org.anlan.cli.config.Defaults;
import org.anlan.format.Leftovers;
import org.anlan.frozen.FrozenFeatures;
import org.anlan.http.BaseMaps;
import org.anlan.http.Limits;
import org.anlan.http.Server;
import org.anlan.http.Services;
import org.anlan.intake.Jobs;
import org.anlan.intake.UploadWork;
import org.anlan.tiles.TileFolder;
import org.anlan.tiles.Tiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anlan serve}: the map page and the HTTP API, until the process is told to end. */
@Command(name = "serve", description = "启动服务 / start the service")
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    /** How long jobs and the store may take to close once the last request is answered. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /** Bytes of tiles that are kept in memory. */
    private static final long TILES_IN_MEMORY = 64L << 20;

    /** How often the log says where the audit log ends. */
    private static final Duration HEAD_NOTE = Duration.ofHours(6);

    @Spec
    private CommandSpec command;

    @Mixin
    private Common common;

    @Mixin
    private ServeFlags flags;

    @Mixin
    private OpenIdFlags openId;

    @Mixin
    private BaseMapFlags baseMaps;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServeOptions options = flags.options();
        LogSetup.use(options.log());
        BaseMaps maps = baseMaps.maps();
        Defaults.of(command).warnings().forEach(warning -> LOG.warn("{}", warning.both()));
        Leftovers.remove();
        try (Installation installation = common.open()) {
            if (options.demo()) {
                new Demo(System.out).fill(installation);
            }
            Access access = new Access(
                    installation.catalog(),
                    installation.store(),
                    options.anonymous(),
                    openId.settings(command),
                    Clock.systemUTC());
            access.accounts()
                    .first()
                    .ifPresent(password -> System.out.println(
                            "管理员的一次性初始密码（只显示这一次，首次登录时须修改）/ first admin password (shown only this once; it has to be changed at the first sign-in): "
                                    + password));
            Path temporary = common.data.resolve("arriving");
            Files.createDirectories(temporary);
            Jobs jobs = new Jobs(installation.store().jobs(), options.jobs(), new UploadWork(installation.intake()));
            FrozenFeatures features = new FrozenFeatures(
                    installation.store(), installation.catalog(), common.data.resolve("frozen"), options.frozenBytes());
            Services services = new Services(
                    installation.catalog(),
                    installation.store(),
                    features,
                    tiles(features, options.tileCacheBytes()),
                    installation.intake(),
                    jobs,
                    installation.analyses(),
                    installation.outfalls(),
                    installation.fieldwork(),
                    access,
                    options.publicAddress(),
                    maps);
            Limits limits = options.limits();
            try (Server server = Server.start(services, limits, options.host(), options.port(), temporary);
                    Expiry expiry = Expiry.every(Duration.ofHours(1), installation.intake(), options.keepUploads());
                    HeadNote head =
                            HeadNote.every(HEAD_NOTE, installation.store().audit())) {
                Ending ending = Ending.onSignal(limits.stopWithin().plus(CLOSING), () -> {
                    server.close();
                    expiry.close();
                    head.close();
                    jobs.close();
                    features.close();
                    access.close();
                    installation.close();
                });
                System.out.println("Anlan is ready at " + server.address());
                System.out.flush();
                ending.await();
            }
        }
        return 0;
    }

    private Tiles tiles(FrozenFeatures features, long onDisk) {
        return new Tiles(
                features,
                TILES_IN_MEMORY,
                onDisk == 0 ? Optional.empty() : Optional.of(new TileFolder(common.data.resolve("tiles"), onDisk)));
    }
}
