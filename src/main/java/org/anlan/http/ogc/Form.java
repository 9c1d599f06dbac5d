package org.anlan.http.ogc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** The forms a resource comes in: for machines, or as a page for people. {@code f} decides, else the Accept header (RFC 9110 §12.5.1). */
enum Form {
    /** The machine's form: JSON, GeoJSON or a relative, as the resource says. */
    DATA,
    /** A page. */
    PAGE;

    private record Wish(String type, double weight) {}

    /**
     * Finds the form that is asked for.
     *
     * @param f the parameter; it wins
     * @param accept the header
     * @param types media types of the machine's form, the one it is sent with first
     */
    static Form asked(Optional<String> f, Optional<String> accept, List<String> types) {
        if (f.isPresent()) {
            return named(f.get(), types);
        }
        if (accept.isEmpty()) {
            return DATA;
        }
        List<Wish> wishes = wishes(accept.get());
        double data =
                types.stream().mapToDouble(type -> weight(wishes, type)).max().orElse(0);
        double page = weight(wishes, Media.HTML);
        if (data <= 0 && page <= 0) {
            throw new Refusal(
                    Refusal.Kind.NOT_ACCEPTABLE,
                    "not-acceptable",
                    Text.of(
                            "这里没有所要的格式（Accept: %s）；可用：%s, text/html",
                            "It does not come in that form (Accept: %s); there are: %s, text/html",
                            accept.get(),
                            String.join(", ", types)));
        }
        return page > data ? PAGE : DATA;
    }

    private static Form named(String f, List<String> types) {
        String word = f.toLowerCase(Locale.ROOT);
        if (word.equals("html") || word.equals(Media.HTML)) {
            return PAGE;
        }
        boolean geo = word.equals("geojson") && types.contains(Media.GEOJSON);
        if (word.equals("json") || geo || types.contains(word)) {
            return DATA;
        }
        throw Refusal.invalid(
                "bad-parameter", "参数 f=%s 应为 json 或 html", "The parameter f=%s should be json or html", f);
    }

    private static List<Wish> wishes(String accept) {
        List<Wish> wishes = new ArrayList<>();
        for (String part : accept.split(",", 100)) {
            String[] pieces = part.strip().split("\\s*;\\s*", 10);
            double weight = 1;
            for (int i = 1; i < pieces.length; i++) {
                if (pieces[i].startsWith("q=")) {
                    weight = number(pieces[i].substring(2));
                }
            }
            wishes.add(new Wish(pieces[0].toLowerCase(Locale.ROOT), weight));
        }
        wishes.sort(Comparator.comparing((Wish wish) -> wish.type().contains("*"))); // the narrower wish counts
        return wishes;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double weight(List<Wish> wishes, String type) {
        String plain = type.split(";", 2)[0];
        String group = plain.substring(0, plain.indexOf('/')) + "/*";
        return wishes.stream()
                .filter(wish -> wish.type().equals(plain)
                        || wish.type().equals(group)
                        || wish.type().equals("*/*"))
                .findFirst()
                .map(Wish::weight)
                .orElse(0.0);
    }
}
