package org.anlan.http.ogc;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anlan.base.Text;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;

/** The pages of everything but features. */
final class Pages {

    private static final Text COLLECTIONS = new Text("图层", "Layers");

    private Pages() {}

    static void landing(Asked asked, String title, String about, ObjectNode node) {
        Page page = new Page(asked).links(node);
        String root = asked.root();
        page.send(
                title,
                p(about),
                ul(
                        li(a(page.words("图层", "Layers")).withHref(page.address("/collections"))),
                        li(a(page.words("矢量瓦片", "Vector tiles")).withHref(page.address("/tiles"))),
                        li(a(page.words("样式", "Styles")).withHref(page.address("/styles"))),
                        li(a(page.words("接口说明", "The API")).withHref(page.address("/api"))),
                        li(a(page.words("符合的标准", "Standards")).withHref(page.address("/conformance")))),
                h2(page.words("在其他软件中打开", "Open it elsewhere")),
                dl(
                        dt("QGIS"),
                        dd(join(
                                page.words(
                                        "数据源管理器 → WFS / OGC API - Features → 新建，地址",
                                        "Data source manager → WFS / OGC API - Features → New, address"),
                                code(root))),
                        dt("QGIS " + page.words("矢量瓦片", "vector tiles")),
                        dd(join(
                                page.words(
                                        "图层 → 矢量瓦片 → 新建通用连接，地址",
                                        "Layer → Vector tile → New generic connection, address"),
                                code(root + "/tiles/WebMercatorQuad/{z}/{y}/{x}"),
                                page.words("样式地址", "style"),
                                code(root + "/styles/default"))),
                        dt("MapLibre"),
                        dd(join(page.words("样式地址", "style"), code(root + "/styles/default"))),
                        dt("GDAL"),
                        dd(
                                code("ogrinfo OAPIF:" + root).withClass("line"),
                                code("ogrinfo " + root
                                                + "/tiles/WebMercatorQuad/{z}/{y}/{x} -oo Z={z} -oo X={x} -oo Y={y}")
                                        .withClass("line")),
                        dt("ArcGIS Pro"),
                        dd(join(
                                page.words(
                                        "插入 → 连接 → 服务器 → 新建 OGC API 服务器，地址",
                                        "Insert → Connections → Server → New OGC API server, address"),
                                code(root)))));
    }

    static void conformance(Asked asked) {
        Page page = new Page(asked);
        page.send(
                page.words("符合的标准", "Standards"),
                ul(each(Conformance.CLASSES, one -> li(code(one)))).withClass("plain"));
    }

    static void api(Asked asked, ObjectNode document) {
        Page page = new Page(asked);
        List<DomContent> rows = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            List<String> names = new ArrayList<>();
            get.path("parameters").forEach(parameter -> names.add(name(parameter)));
            rows.add(tr(
                    td(code(path.getKey())).withClass("address"),
                    td(get.path("summary").asText()),
                    td(String.join(", ", names))));
        });
        page.send(
                page.words("接口说明", "The API"),
                p(join(
                        page.words("给程序的说明（OpenAPI 3.0）：", "For programs (OpenAPI 3.0):"),
                        a(asked.root() + "/api?f=json").withHref(asked.root() + "/api?f=json"))),
                table(
                        thead(tr(
                                th(page.words("地址", "Address")),
                                th(page.words("内容", "What")),
                                th(page.words("参数", "Parameters")))),
                        tbody(each(rows, row -> row))));
    }

    private static String name(JsonNode parameter) {
        String ref = parameter.path("$ref").asText();
        return ref.isEmpty() ? parameter.path("name").asText() : ref.substring(ref.lastIndexOf('/') + 1);
    }

    static void collections(Asked asked, ObjectNode all) {
        Page page = new Page(asked).links(all);
        List<DomContent> rows = new ArrayList<>();
        all.path("collections").forEach(one -> {
            String path = "/collections/" + one.path("id").asText();
            rows.add(tr(
                    td(a(one.path("title").asText()).withHref(page.address(path))),
                    td(one.path("description").asText()),
                    td(a(one.path("numberOfFeatures").asText("0")).withHref(page.address(path + "/items")))
                            .withClass("number"),
                    td(day(one))));
        });
        page.send(
                page.words("图层", "Layers"),
                table(
                        thead(tr(
                                th(page.words("名称", "Name")),
                                th(page.words("内容", "What it holds")),
                                th(page.words("要素", "Features")),
                                th(page.words("更新", "Changed")))),
                        tbody(each(rows, row -> row))));
    }

    private static String day(JsonNode collection) {
        String moment = collection.path("updated").asText("");
        return moment.length() < 10 ? "–" : moment.substring(0, 10);
    }

    static void collection(Asked asked, LayerDefinition layer, ObjectNode node) {
        Page page =
                new Page(asked).step(asked.words(COLLECTIONS), "/collections").links(node);
        String path = "/collections/" + layer.id();
        JsonNode box = node.at("/extent/spatial/bbox/0");
        JsonNode span = node.at("/extent/temporal/interval/0");
        List<String> systems = new ArrayList<>();
        node.path("crs").forEach(uri -> systems.add(uri.asText()));
        page.send(
                node.path("title").asText(),
                p(node.path("description").asText()),
                dl(
                        dt(page.words("要素", "Features")),
                        dd(a(node.path("numberOfFeatures").asText("0")).withHref(page.address(path + "/items"))),
                        dt(page.words("版次", "Revision")),
                        dd(node.path("revision").asText("–") + "  "
                                + node.path("updated").asText("")),
                        dt(page.words("范围（西, 南, 东, 北）", "Extent (west, south, east, north)")),
                        dd(box.isMissingNode() ? "–" : list(box)),
                        dt(page.words("时间", "Time")),
                        dd(span.isMissingNode() ? "–" : list(span)),
                        dt(page.words("属性", "Properties")),
                        dd(
                                a(page.words("全部", "all")).withHref(page.address(path + "/schema")),
                                a(page.words("可查询", "for filters")).withHref(page.address(path + "/queryables")),
                                a(page.words("可排序", "for sorting")).withHref(page.address(path + "/sortables"))),
                        dt(page.words("矢量瓦片", "Vector tiles")),
                        dd(
                                node.path("storageCrs").isMissingNode()
                                        ? join("–")
                                        : join(
                                                a(page.words("瓦片集", "tile sets"))
                                                        .withHref(page.address(path + "/tiles")),
                                                a(page.words("样式", "styles"))
                                                        .withHref(page.address(path + "/styles")))),
                        dt(page.words("坐标系", "Coordinate systems")),
                        dd(each(systems, uri -> code(uri).withClass("line")))));
    }

    private static String list(JsonNode array) {
        List<String> parts = new ArrayList<>();
        array.forEach(part -> parts.add(
                part.isNull()
                        ? "…"
                        : part.isNumber() ? String.format(Locale.ROOT, "%.6f", part.asDouble()) : part.asText()));
        return String.join(", ", parts);
    }

    /** Answers with JSON, or with a page of it. */
    static void send(Asked asked, Form form, String name, ObjectNode node) {
        if (form == Form.PAGE) {
            json(asked, name, node);
        } else {
            Json.send(asked.context(), node);
        }
    }

    /** Anything else as its JSON. */
    private static void json(Asked asked, String name, ObjectNode node) {
        new Page(asked).links(node).send(name, pre(node.toPrettyString()));
    }

    static void functions(Asked asked, ObjectNode all) {
        Page page = new Page(asked).links(all);
        List<DomContent> rows = new ArrayList<>();
        all.path("functions").forEach(one -> {
            String argument = one.at("/arguments/0/type/0").asText();
            String call = one.path("name").asText() + "(" + argument + ")";
            rows.add(tr(
                    td(code(call + " → " + one.at("/returns/0").asText())),
                    td(one.path("description").asText())));
        });
        page.send(
                page.words("函数", "Functions"),
                table(
                        thead(tr(th(page.words("写法", "How it is called")), th(page.words("结果", "What comes out")))),
                        tbody(each(rows, row -> row))),
                pre("filter=lower(name) = 'x' AND length(geometry) > 500"));
    }

    static void schema(Asked asked, LayerDefinition layer, ObjectNode schema) {
        Page page = new Page(asked)
                .step(asked.words(COLLECTIONS), "/collections")
                .step(asked.words(layer.title()), "/collections/" + layer.id());
        List<DomContent> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode node = property.getValue();
            List<String> codes = new ArrayList<>();
            node.path("oneOf")
                    .forEach(one -> codes.add(
                            one.path("const").asText() + " " + one.path("title").asText()));
            rows.add(tr(
                    td(code(property.getKey())),
                    td(node.path("title").asText()),
                    td(node.path("type").asText() + " " + node.path("format").asText()),
                    td(node.path("x-ogc-unit").asText()),
                    td(String.join("; ", codes))));
        }
        String path = asked.context().path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        page.send(
                asked.words(layer.title()) + " · " + last,
                table(
                        thead(tr(
                                th(page.words("属性", "Property")),
                                th(page.words("名称", "Title")),
                                th(page.words("类型", "Type")),
                                th(page.words("单位", "Unit")),
                                th(page.words("取值", "Values")))),
                        tbody(each(rows, row -> row))),
                last.equals("queryables")
                        ? pre("filter=\"" + asked.words(layer.fields().get(0).label())
                                + "\" IS NOT NULL AND length_m > 100")
                        : p());
    }
}
