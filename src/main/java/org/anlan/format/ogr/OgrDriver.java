package org.anlan.format.ogr;

/** A format that is read through GDAL. */
enum OgrDriver {
    GDB("gdb", "OpenFileGDB", "in.gdb"),
    DXF("dxf", "DXF", "in.dxf"),
    TAB("tab", "MapInfo File", "in.tab"),
    MIF("mif", "MapInfo File", "in.mif");

    private final String word;
    private final String driver;
    private final String input;

    OgrDriver(String word, String driver, String input) {
        this.word = word;
        this.driver = driver;
        this.input = input;
    }

    /** Our word for the format. */
    String word() {
        return word;
    }

    /** GDAL's name of the driver. */
    String driver() {
        return driver;
    }

    /** What the file is called while it is converted: no name from outside reaches the program. */
    String input() {
        return input;
    }
}
