"""Makes the input files of these cases. What comes of each stands beside it: expected.json."""

import io
import pathlib
import sqlite3
import struct
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
XLSX = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def case(name, file, content):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)


def zipped(*entries):
    """A zip whose entries all have the same date. Names as bytes are written as they are, without the UTF-8 flag."""
    out = io.BytesIO()
    stand_in = {name: f"{i:x}" * len(name) for i, (name, _) in enumerate(entries) if isinstance(name, bytes)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(stand_in.get(name, name), (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    data = out.getvalue()
    for name, plain in stand_in.items():
        data = data.replace(plain.encode(), name)
    return data


def shp(kind, *shapes, words=None):
    """A .shp of these record contents; `words` is a lie about the length of the file."""
    body = b""
    for number, shape in enumerate(shapes, 1):
        body += struct.pack(">ii", number, len(shape) // 2) + shape
    length = words if words is not None else (100 + len(body)) // 2
    return struct.pack(">i20xi", 9994, length) + struct.pack("<ii8d", 1000, kind, 118, 24, 119, 25, 0, 0, 0, 0) + body


def point(x, y):
    return struct.pack("<idd", 1, x, y)


def dbf(rows, deleted=()):
    """A table of one text field NAME, ten bytes wide, GBK."""
    head = struct.pack("<BBBBIHH20x", 3, 124, 1, 1, len(rows), 65, 11)
    field = b"NAME".ljust(11, b"\0") + b"C" + bytes(4) + bytes([10, 0]) + bytes(14)
    cells = [(b"*" if i in deleted else b" ") + row.encode("gbk").ljust(10) for i, row in enumerate(rows)]
    return head + field + b"\r" + b"".join(cells) + b"\x1a"


def shapefile(name, main, table, *more, encode=str):
    return zipped((encode(name + ".shp"), main), (encode(name + ".dbf"), table), (encode(name + ".prj"), WGS84), *more)


def shapefiles():
    two = [point(118.5, 24.5), point(118.6, 24.6)]
    table = dbf(["甲", "乙"])
    case("zip-gbk-names", "handin.zip", shapefile("排污口", shp(1, *two), table, encode=lambda s: s.encode("gbk")))
    inner = shapefile("a", shp(1, *two), table)
    case("zip-in-zip", "handin.zip", zipped(("inner.zip", inner)))
    case("zip-path-traversal", "handin.zip", zipped(("../../a.shp", shp(1, *two)), ("../../a.dbf", table)))
    bomb = zipped(("a.shp", bytes(3_000_000)), ("a.dbf", table))
    size = struct.pack("<I", 3_000_000)
    case("zip-bomb-declared-small", "handin.zip", bomb.replace(size, struct.pack("<I", 100)))
    case("zip-bomb-by-ratio", "handin.zip", zipped(("a.shp", bytes(3_000_000)), ("a.dbf", table)))
    case("zip-empty", "handin.zip", zipped())
    case("zip-cut-off", "handin.zip", inner[: len(inner) // 2])
    case("zip-two-layers-of-one-name", "handin.zip", zipped(*[
        (folder + "/a" + end, content)
        for folder in ("north", "south")
        for end, content in ((".shp", shp(1, *two)), (".dbf", table), (".prj", WGS84))]))
    case("dbf-deleted-record", "handin.zip", shapefile("a", shp(1, *two), dbf(["甲", "乙"], deleted=[1])))
    case("dbf-fewer-rows-than-shapes", "handin.zip", shapefile("a", shp(1, *two), dbf(["甲"])))
    case("dbf-that-lies-about-its-rows", "handin.zip",
         shapefile("a", shp(1, *two), table[:4] + struct.pack("<I", 0x7FFFFFFF) + table[8:]))
    case("shp-length-too-small", "handin.zip", shapefile("a", shp(1, *two, words=50), table))
    case("shp-length-too-great", "handin.zip", shapefile("a", shp(1, *two, words=0x7FFFFFFF), table))
    patch = struct.pack("<i4diiii", 31, 118, 24, 119, 25, 1, 3, 0, 0)
    patch += struct.pack("<6d", 118, 24, 118, 25, 119, 25) + struct.pack("<2d3d", 0, 0, 0, 0, 0) + bytes(40)
    case("shp-multipatch", "handin.zip", shapefile("a", shp(31, patch), dbf(["甲"])))
    deep = struct.pack("<idddd", 11, 118.5, 24.5, 7.5, -1e39)
    case("shp-point-z-m", "handin.zip", shapefile("a", shp(11, deep), dbf(["甲"])))
    huge = struct.pack("<i4diii", 3, 118, 24, 119, 25, 1, 0x7FFFFFFF, 0) + struct.pack("<2d", 118, 24)
    case("shp-points-that-are-not-there", "handin.zip", shapefile("a", shp(3, huge), dbf(["甲"])))


def geopackage(*statements):
    with tempfile.NamedTemporaryFile(suffix=".gpkg") as file:
        base = sqlite3.connect(file.name)
        base.executescript("""
            PRAGMA page_size = 512;
            PRAGMA application_id = 1196444487;
            PRAGMA user_version = 10300;
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                organization_coordsys_id INTEGER, definition TEXT, description TEXT);
            INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, 'undefined', NULL);
            CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,
                last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,
                srs_id INTEGER, z TINYINT, m TINYINT);
            INSERT INTO gpkg_contents VALUES ('a', 'features', 'a', '', '2024-01-01T00:00:00Z', 118, 24, 119, 25, 4490);
            INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 'GEOMETRY', 4490, 0, 0);
            """)
        for statement, *values in statements:
            base.execute(statement, values)
        base.commit()
        base.close()
        return pathlib.Path(file.name).read_bytes()


def geopackages():
    table = ("CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)",)
    put = "INSERT INTO a (geom, name) VALUES (?, ?)"
    head = struct.pack("<2sBBi", b"GP", 0, 1, 4490)
    place = head + struct.pack("<BIdd", 1, 1, 118.5, 24.5)
    lying = head + struct.pack("<BIIIdd", 1, 3, 0x7FFFFFFF, 0x7FFFFFFF, 118, 24)
    nested = head + struct.pack("<BII", 1, 7, 1) * 200 + struct.pack("<BII", 1, 7, 0)
    case("gpkg-lying-blob", "a.gpkg", geopackage(table, (put, place, "甲"), (put, lying, "乙"), (put, b"GP", "丙")))
    case("gpkg-nested-collections", "a.gpkg", geopackage(table, (put, nested, "甲"), (put, place, "乙")))
    case("gpkg-view-bomb", "a.gpkg", geopackage(
        ("CREATE VIEW a AS WITH RECURSIVE n(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM n) "
         "SELECT fid, zeroblob(1000000) AS geom, 'x' AS name FROM n",)))
    case("gpkg-missing-table", "a.gpkg", geopackage())
    case("gpkg-cut-off", "a.gpkg", geopackage(table, (put, place, "甲"))[:1500])


def kml(body, head="", namespace=' xmlns="http://www.opengis.net/kml/2.2"'):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<kml{namespace}><Document>{body}</Document></kml>\n'


def kmls():
    def mark(name, coordinates):
        return f"<Placemark><name>{name}</name><Point><coordinates>{coordinates}</coordinates></Point></Placemark>"

    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(10))
    case("kml-entity-bomb", "a.kml", kml(mark("&e9;", "118.5,24.5"), f"<!DOCTYPE kml [{entities}]>\n"))
    outside = '<!DOCTYPE kml [<!ENTITY file SYSTEM "file:///etc/hostname">]>\n'
    case("kml-entity-of-a-file", "a.kml", kml(mark("&file;", "118.5,24.5"), outside))
    link = "<NetworkLink><Link><href>http://localhost:9/a.kml</href></Link></NetworkLink>"
    case("kml-network-link", "a.kml", kml(link + mark("甲", "118.5,24.5")))
    case("kml-without-namespace", "a.kml", kml(mark("甲", "118.5,24.5"), namespace=""))
    line = "<LineString><coordinates>\n\t118.5,24.5,3.5\r\n  118.6 ,24.6,4\u00a0118.7,24.7,5 </coordinates></LineString>"
    case("kml-heights-and-white-space", "a.kml", kml(f"<Placemark><name>甲</name>{line}</Placemark>" + mark("乙", "118.5, 24.5,2")))
    case("kml-deep-folders", "a.kml", kml("<Folder>" * 500 + mark("甲", "118.5,24.5") + "</Folder>" * 500))
    case("kml-bad-coordinates", "a.kml", kml(mark("甲", "118.5") + mark("乙", "north,east") + mark("丙", "118.5,24.5")))
    case("kmz-without-kml", "a.kmz", zipped(("files/a.png", b"\x89PNG")))


def workbook(sheet, *more):
    return zipped(
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                        f'<Relationship Id="r1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{XLSX}" xmlns:r="{RELS}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                                       f'<Relationship Id="r1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{XLSX}">{sheet}</worksheet>'), *more)


def row(number, *cells):
    def cell(column, value):
        at = f'r="{chr(65 + column)}{number}"'
        if value is None:
            return ""
        if isinstance(value, str):
            return value.format(at) if value.startswith("<c") else f'<c {at} t="inlineStr"><is><t>{value}</t></is></c>'
        return f"<c {at}><v>{value}</v></c>"

    return f'<row r="{number}">' + "".join(cell(i, value) for i, value in enumerate(cells)) + "</row>"


def workbooks():
    head = row(1, "名称", "经度", "纬度")
    rows = row(2, "甲", 118.5, 24.5) + row(3, "乙", 118.6, 24.6)
    title = row(1, "石狮市排污口一览表") + row(2, "编号", "经度", "纬度") + row(3, "甲", 118.5, 24.5) + row(4, "乙", 118.6, 24.6)
    case("xlsx-title-row", "a.xlsx", workbook(f"<sheetData>{title}</sheetData>"))
    fault = row(4, "丙", 118.7, '<c {} t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    case("xlsx-formula-error", "a.xlsx", workbook(f"<sheetData>{head}{rows}{fault}</sheetData>"))
    case("xlsx-huge-dimension", "a.xlsx", workbook(f'<dimension ref="A1:XFD1048576"/><sheetData>{head}{rows}</sheetData>'))
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    case("xlsx-cell-in-the-last-corner", "a.xlsx", workbook(f"<sheetData>{head}{rows}{far}</sheetData>"))
    case("xlsx-without-sheets", "a.xlsx", zipped(("xl/workbook.xml", f'<workbook xmlns="{XLSX}"><sheets/></workbook>')))


def tables():
    rows = "名称,经度,纬度\r\n甲,118.5,24.5\r\n乙,118.6,24.6\r\n"
    case("csv-utf-16", "a.csv", b"\xff\xfe" + rows.encode("utf-16-le"))
    case("csv-gbk", "a.csv", rows.encode("gbk"))
    case("csv-semicolons", "a.csv", rows.replace(",", ";"))
    case("csv-quotes-over-lines", "a.csv", '名称,经度,纬度\n"甲\n""一""",118.5,24.5\n乙,118.6,24.6\n')
    case("csv-quote-that-never-ends", "a.csv", '名称,经度,纬度\n甲,118.5,24.5\n"乙,118.6,24.6\n')
    case("csv-nul", "a.csv", rows.replace("乙", "乙\0"))
    case("csv-ragged", "a.csv", rows + "丙,118.7\r\n丁,118.8,24.8,5,6\r\n")
    case("csv-empty", "a.csv", "")
    case("csv-header-only", "a.csv", "名称,经度,纬度\r\n")


def geojsons():
    def feature(properties, coordinates="[118.5,24.5]"):
        return '{"type":"Feature","properties":' + properties + ',"geometry":{"type":"Point","coordinates":' + coordinates + "}}"

    def collection(*features, more=""):
        return '{"type":"FeatureCollection",' + more + '"features":[' + ",\n".join(features) + "]}\n"

    one = feature('{"name":"甲"}')
    crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4528"}},'
    case("geojson-old-crs", "a.geojson", collection(feature('{"name":"甲"}', "[40368000,2736000]"), more=crs))
    case("geojson-duplicate-keys", "a.geojson", collection(feature('{"name":"甲","name":"乙"}')))
    case("geojson-deeply-nested", "a.geojson", collection(one, feature('{"name":' + "[" * 5000 + "]" * 5000 + "}")))
    case("geojson-deep-coordinates", "a.geojson", collection(one, feature('{"name":"乙"}', "[" * 5000 + "]" * 5000)))
    case("geojson-bad-numbers", "a.geojson", collection(one, feature('{"name":"乙"}', "[1e999,24.5]"), feature('{"name":"丙"}', "[118.5]")))
    case("geojson-cut-off", "a.geojson", collection(one, one)[:-60])
    case("geojson-empty-collection", "a.geojson", collection())
    case("ndjson-broken-line", "a.ndjson", "\n".join([one, one[:50], feature('{"name":"乙"}')]) + "\n")
    case("geojson-empty", "a.geojson", "")


shapefiles()
geopackages()
kmls()
workbooks()
tables()
geojsons()
