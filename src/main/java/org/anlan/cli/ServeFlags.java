package org.anlan.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.access.AnonymousAccess;
import org.anlan.base.Refusal;
import org.anlan.cli.config.IpAddress;
import org.anlan.cli.config.Setting;
import org.anlan.cli.config.Settings;
import org.anlan.http.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of the service. */
final class ServeFlags {

    private static final String PROXIES = "trusted-proxies";
    private static final String PUBLIC = "public-address";

    /** What somebody sees who is not signed in, as it is written. */
    enum Anonymous {
        read,
        none
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Setting
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "监听地址 / address to listen on (default: ${DEFAULT-VALUE})")
    private String host;

    @Setting(max = 65_535)
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "端口，0 = 任意空闲 / port, 0 = any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Setting
    @Option(
            names = "--demo",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "true|false",
            description = "首次启动时导入石狮示例数据 / import the Shishi demonstration into an empty store")
    private boolean demo;

    @Setting(min = 1, max = 64)
    @Option(
            names = "--jobs",
            defaultValue = "2",
            description = "同时进行的检查与提交 / checks and commits at once (default: ${DEFAULT-VALUE})")
    private int atOnce;

    @Setting(max = 36_500)
    @Option(
            names = "--keep-uploads",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "未提交的上传保留天数 / days that an upload is kept which nobody commits (default: ${DEFAULT-VALUE})")
    private int keepDays;

    @Setting(min = 1, max = 2048)
    @Option(
            names = "--max-upload",
            paramLabel = "MB",
            defaultValue = "2048",
            description = "上传文件的大小上限 / most megabytes of an upload (default: ${DEFAULT-VALUE})")
    private int maxUpload;

    @Setting(min = 1, max = 1024)
    @Option(
            names = "--max-body",
            paramLabel = "MB",
            defaultValue = "4",
            description = "其他请求的大小上限 / most megabytes of any other request (default: ${DEFAULT-VALUE})")
    private int maxBody;

    @Setting(min = 1, max = 1000)
    @Option(
            names = "--heavy-at-once",
            defaultValue = "8",
            description = "同时处理的大请求 / heavy requests answered at once (default: ${DEFAULT-VALUE})")
    private int heavyAtOnce;

    @Setting(max = 1_000_000)
    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "每个客户端每秒请求数，0 = 不限 / requests per second and client, 0 = no limit (default: ${DEFAULT-VALUE})")
    private int rate;

    @Setting
    @Option(
            names = "--" + PROXIES,
            split = ",",
            paramLabel = "ADDRESS",
            description = "可信代理的地址，采信其 X-Forwarded-For / proxies whose X-Forwarded-For is believed")
    private List<String> proxies = new ArrayList<>();

    @Setting
    @Option(
            names = "--" + PUBLIC,
            paramLabel = "URL",
            description = "对外网址，用于链接，如 https://gis.example.cn/anlan / where clients find the service, for links")
    private Optional<String> publicAddress = Optional.empty();

    @Setting(max = 1_048_576)
    @Option(
            names = "--frozen",
            paramLabel = "MB",
            defaultValue = "4096",
            description =
                    "读取加速文件的空间，0 = 不用 / megabytes that frozen layers may take on disk, 0 = none (default: ${DEFAULT-VALUE})")
    private int frozen;

    @Setting(max = 1_048_576)
    @Option(
            names = "--tile-cache",
            paramLabel = "MB",
            defaultValue = "0",
            description =
                    "矢量瓦片在磁盘上的缓存，0 = 只在内存 / megabytes that vector tiles may take on disk, 0 = in memory only (default: ${DEFAULT-VALUE})")
    private int tileCache;

    @Setting
    @Option(
            names = "--anonymous",
            defaultValue = "read",
            paramLabel = "read|none",
            description =
                    "未登录者可见的内容 / what somebody sees who is not signed in: public layers or nothing (default: ${DEFAULT-VALUE})")
    private Anonymous anonymous;

    @Setting
    @Option(
            names = "--log",
            defaultValue = "text",
            description = "日志格式 / how the log is written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private LogFormat log;

    @Setting(max = 3600)
    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "25",
            description =
                    "停止时等待请求完成的时间 / seconds that requests may still take when the service ends (default: ${DEFAULT-VALUE})")
    private int stopWithin;

    /** The options, checked. */
    ServeOptions options() {
        Set<InetAddress> trusted = proxies.stream()
                .map(address -> IpAddress.read(PROXIES, address.strip(), Settings.origin(command, PROXIES)))
                .collect(Collectors.toUnmodifiableSet());
        Limits limits = new Limits(
                (long) maxUpload << 20, maxBody << 20, heavyAtOnce, rate, trusted, Duration.ofSeconds(stopWithin));
        return new ServeOptions(
                host,
                port,
                demo,
                atOnce,
                Duration.ofDays(keepDays),
                limits,
                publicAddress.map(this::address),
                (long) frozen << 20,
                (long) tileCache << 20,
                anonymous == Anonymous.none ? AnonymousAccess.NONE : AnonymousAccess.READ,
                log);
    }

    private String address(String given) {
        if (!given.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw Refusal.invalid(
                    "bad-setting",
                    "%s：“%s”应为 http:// 或 https:// 开头的网址（%s）",
                    "%s: \"%s\" should be an address that begins with http:// or https:// (%s)",
                    PUBLIC,
                    given,
                    Settings.origin(command, PUBLIC));
        }
        return given.replaceAll("/+$", "");
    }
}
