package org.anlan.format.place;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.format.FindingList;

/**
 * Tries a column as WKT shapes (OGC 06-103r4, section 7). The system may stand in front of a shape ({@code SRID=4490;POINT (118.6 24.7)}) or
 * in the column's name ({@code _WKT_EPSG_4490}, as GDAL has it).
 */
final class WktTrial implements PlaceTrial {

    private static final Pattern NAME = Pattern.compile(
            "(.*[_ ])?wkt(?:[_ ]epsg[_ :]*(?<epsg>\\d{4,6})|[_ ].*)?|(geom_)?(geom|geometry)|the_geom|shape|几何|几何图形|几何信息|空间信息|图形",
            Pattern.CASE_INSENSITIVE);
    static final Pattern HEAD = Pattern.compile(
            "\\s*(?:SRID\\s*=\\s*(\\d{1,9})\\s*;)?\\s*[A-Z]{4,20}\\s*(?:Z|M|ZM)?\\s*(?:\\(|EMPTY).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final int column;
    private final String name;
    private int rows;
    private int shapes;
    private Optional<String> srid;

    WktTrial(int column, String name) {
        this.column = column;
        this.name = name;
        this.srid = namedSystem(name);
    }

    private static Optional<String> namedSystem(String column) {
        Matcher name = NAME.matcher(column.strip());
        return name.matches() ? Optional.ofNullable(name.group("epsg")) : Optional.empty();
    }

    static boolean isName(String column) {
        return column.length() < 60 && NAME.matcher(column.strip()).matches();
    }

    @Override
    public void see(Texts row) {
        String text = row.at(column);
        if (text.isEmpty()) {
            return;
        }
        rows++;
        Matcher head = HEAD.matcher(text);
        if (head.matches()) {
            shapes++;
            srid = srid.or(() -> Optional.ofNullable(head.group(1)));
        }
    }

    @Override
    public boolean holds() {
        return shapes > 0 && 2 * shapes >= rows;
    }

    @Override
    public String names() {
        return "“" + name + "”";
    }

    @Override
    public Place place(FindingList findings) {
        return new Place(
                new WktPlace(column, name, srid),
                srid.map(code -> "EPSG:" + code),
                Optional.empty(),
                Map.of(),
                Set.of(column));
    }
}
