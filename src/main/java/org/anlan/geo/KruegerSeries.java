package org.anlan.geo;

/** The trigonometric series of the transverse Mercator projection (Karney 2011, equations 35 and 36; 11 and 15). */
final class KruegerSeries {

    private KruegerSeries() {}

    /** Coefficients α₁…α₆ from the third flattening n. */
    static double[] forward(double n) {
        return new double[] {
            poly(n, 1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
            poly(n, 2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
            poly(n, 3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
            poly(n, 4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
            poly(n, 5, 34729 / 80640.0, -3418889 / 1995840.0),
            poly(n, 6, 212378941 / 319334400.0)
        };
    }

    /** Coefficients β₁…β₆ from the third flattening n. */
    static double[] inverse(double n) {
        return new double[] {
            poly(n, 1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
            poly(n, 2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
            poly(n, 3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
            poly(n, 4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
            poly(n, 5, 4583 / 161280.0, -108847 / 3991680.0),
            poly(n, 6, 20648693 / 638668800.0)
        };
    }

    /**
     * Coefficients δ₁…δ₆ from the third flattening n: latitude less conformal latitude (Krüger 1912; Kawase, "Concise derivation of
     * extensive coordinate conversion formulae in the Gauss-Krüger projection", Geospatial Information Authority of Japan, 2011).
     */
    static double[] geographic(double n) {
        return new double[] {
            poly(n, 1, 2, -2 / 3.0, -2, 116 / 45.0, 26 / 45.0, -2854 / 675.0),
            poly(n, 2, 7 / 3.0, -8 / 5.0, -227 / 45.0, 2704 / 315.0, 2323 / 945.0),
            poly(n, 3, 56 / 15.0, -136 / 35.0, -1262 / 105.0, 73814 / 2835.0),
            poly(n, 4, 4279 / 630.0, -332 / 35.0, -399572 / 14175.0),
            poly(n, 5, 4174 / 315.0, -144838 / 6237.0),
            poly(n, 6, 601676 / 22275.0)
        };
    }

    /** Σ cⱼ sin 2jχ for the angle χ with this tangent, by Clenshaw's scheme. */
    static double sum(double[] c, double tangent) {
        double square = tangent * tangent;
        double sin = 2 * tangent / (1 + square);
        double twice = 2 * (1 - square) / (1 + square);
        double b1 = 0;
        double b2 = 0;
        for (int j = c.length - 1; j >= 0; j--) {
            double b = c[j] + twice * b1 - b2;
            b2 = b1;
            b1 = b;
        }
        return b1 * sin;
    }

    /** Σ cⱼ sin 2jξ cosh 2jη into {@code into[0]} and Σ cⱼ cos 2jξ sinh 2jη into {@code into[1]}, by Clenshaw's scheme. */
    static void sum(double[] c, double xi, double eta, double[] into) {
        double sin = Math.sin(2 * xi);
        double cos = Math.cos(2 * xi);
        double grow = Math.exp(2 * eta);
        double sinh = 0.5 * (grow - 1 / grow);
        double cosh = 0.5 * (grow + 1 / grow);
        double ar = 2 * cos * cosh;
        double ai = -2 * sin * sinh;
        double r1 = 0;
        double i1 = 0;
        double r2 = 0;
        double i2 = 0;
        for (int j = c.length - 1; j >= 0; j--) {
            double r = ar * r1 - ai * i1 - r2 + c[j];
            double i = ar * i1 + ai * r1 - i2;
            r2 = r1;
            i2 = i1;
            r1 = r;
            i1 = i;
        }
        double sr = sin * cosh;
        double si = cos * sinh;
        into[0] = sr * r1 - si * i1;
        into[1] = sr * i1 + si * r1;
    }

    private static double poly(double n, int power, double... terms) {
        double sum = 0;
        for (int i = terms.length - 1; i >= 0; i--) {
            sum = sum * n + terms[i];
        }
        return sum * Math.pow(n, power);
    }
}
