package org.anlan.http.ogc;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import com.fasterxml.jackson.databind.JsonNode;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anlan.base.Text;

/** A page for people: where they are, what it says, the same for machines and in the other language. Everything in it is escaped. */
final class Page {

    private final Asked asked;
    private final List<DomContent> way = new ArrayList<>();
    private final List<DomContent> links = new ArrayList<>();

    Page(Asked asked) {
        this.asked = asked;
        way.add(a(words("岸澜接口", "Anlan API")).withHref(asked.root() + query()));
    }

    String words(String zh, String en) {
        return asked.words(new Text(zh, en));
    }

    /** Adds a step to the way that led here. */
    Page step(String words, String path) {
        way.add(a(words).withHref(asked.root() + path + query()));
        return this;
    }

    /** Puts all links of the machine's form at the end of the page, at whatever depth they stand (17-069r4 /req/html/content). */
    Page links(JsonNode node) {
        for (JsonNode link : node.path("links")) {
            String title = link.path("title").asText();
            links.add(li(
                    a(title.isEmpty() ? link.path("href").asText() : title)
                            .withHref(link.path("href").asText())
                            .withRel(link.path("rel").asText()),
                    code(link.path("rel").asText()),
                    code(link.path("type").asText())));
        }
        for (JsonNode part : node) {
            if (part.isContainerNode()) {
                links(part);
            }
        }
        return this;
    }

    private DomContent allLinks() {
        return links.isEmpty()
                ? text("")
                : details(
                        summary(words("全部链接", "All links")),
                        ul(each(links, link -> link)).withClass("links"));
    }

    /** An address below {@code /ogc} as a page in the same language. */
    String address(String path) {
        return asked.root() + path + query();
    }

    private String query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        asked.text("lang").ifPresent(lang -> parameters.put("lang", lang));
        parameters.put("f", "html");
        return Asked.query(parameters);
    }

    /** Answers with the page. */
    void send(String name, DomContent... content) {
        Map<String, String> other = new LinkedHashMap<>(asked.parameters());
        other.put("lang", asked.english() ? "zh" : "en");
        String page = html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                title(name + " · 岸澜 Anlan"),
                                link().withRel("stylesheet").withHref(asked.root() + "/style.css")),
                        body(
                                header(
                                        nav(each(way, step -> span(step).withClass("step")))
                                                .attr("aria-label", words("位置", "Where you are")),
                                        nav(
                                                        a("JSON").withHref(asked.as("json")),
                                                        a(words("English", "中文"))
                                                                .withHref(asked.with(other)))
                                                .attr("aria-label", words("其他形式", "Other forms"))),
                                main(h1(name), each(List.of(content), part -> part), allLinks()),
                                footer("岸澜 Anlan · OGC API")))
                .withLang(asked.english() ? "en" : "zh-CN")
                .render();
        asked.context().contentType("text/html; charset=utf-8").result("<!doctype html>\n" + page);
    }
}
