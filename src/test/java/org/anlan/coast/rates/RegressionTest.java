package org.anlan.coast.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Straight lines against published worked examples. */
class RegressionTest {

    /**
     * NIST Statistical Reference Datasets, linear regression, "Norris": 36 observations, y and x in turn, with certified values of slope, standard deviation of the slope,
     * residual standard deviation and R² (https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml).
     */
    private static final double[] NORRIS = {
        0.1, 0.2, 338.8, 337.4, 118.1, 118.2, 888.0, 884.6, 9.2, 10.1, 228.1, 226.5, 668.5, 666.3, 998.5, 996.3, 449.1,
        448.6, 778.9, 777.0, 559.2, 558.2, 0.3, 0.4, 0.1, 0.6, 778.1, 775.5, 668.8, 666.9, 339.3, 338.0, 448.9, 447.5,
        10.8, 11.6, 557.7, 556.0, 228.3, 228.1, 998.0, 995.8, 888.8, 887.6, 119.6, 120.2, 0.3, 0.3, 0.6, 0.3, 557.6,
        556.8, 339.3, 339.1, 888.0, 887.2, 998.5, 999.0, 778.9, 779.0, 10.2, 11.1, 117.6, 118.3, 228.9, 229.2, 668.4,
        669.1, 449.2, 448.9, 0.2, 0.5
    };

    @Test
    void theCertifiedValuesOfAReferenceDatasetAreMet() {
        Regression line = Regression.fit(every(NORRIS, 1), every(NORRIS, 0), ones(36));
        assertThat(line.slope()).isCloseTo(1.00211681802045, within(1e-13));
        assertThat(line.determination().orElseThrow()).isCloseTo(0.999993745883712, within(1e-13));
        assertThat(line.standardError().orElseThrow()).isCloseTo(0.884796396144373, within(1e-12));
        // the band is the certified standard deviation of the slope times t for 34 degrees of freedom, 2.0322 in tables
        assertThat(line.slopeBand().orElseThrow()).isCloseTo(2.0322 * 0.429796848199937E-03, within(1e-7));
    }

    /** The worked example of weighted linear regression in the DolphinDB reference (function wslr): slope, intercept and residual mean square 0.007842049148797. */
    @Test
    void aPublishedWeightedExampleIsMet() {
        double[] x = {0.78, 0.38, 0.2, 0.52, 0.12, 0.49, 0.02, 0.67, 0.94, 0.85};
        double[] y = {0.11, 0.63, 0.19, 0.36, 0.02, 0.35, 0.98, 0.07, 0.55, 0.43};
        double[] w = {0.05665, 0.155172, 0.142857, 0.236453, 0.125616, 0.061576, 0.064039, 0.051724, 0.004926, 0.100985
        };
        Regression line = Regression.fit(x, y, w);
        assertThat(line.slope()).isCloseTo(-0.076256407696962, within(1e-14));
        assertThat(line.standardError().orElseThrow()).isCloseTo(Math.sqrt(0.007842049148797), within(1e-14));
    }

    @Test
    void twoPointsHaveASlopeAndNothingElse() {
        Regression line = Regression.fit(new double[] {2015, 2020}, new double[] {10, 4}, ones(2));
        assertThat(line.slope()).isEqualTo(-1.2);
        assertThat(line.determination()).isEmpty();
        assertThat(line.standardError()).isEmpty();
        assertThat(line.slopeBand()).isEmpty();
    }

    @Test
    void pointsThatDoNotMoveHaveNoDetermination() {
        Regression line = Regression.fit(new double[] {1, 2, 4}, new double[] {7, 7, 7}, ones(3));
        assertThat(line.slope()).isZero();
        assertThat(line.determination()).isEmpty();
        assertThat(line.slopeBand()).hasValue(0);
    }

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975; the fourth digit is that of SciPy. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.7062",
        "2, 4.3027",
        "3, 3.1824",
        "4, 2.7764",
        "5, 2.5706",
        "6, 2.4469",
        "7, 2.3646",
        "8, 2.3060",
        "9, 2.2622",
        "10, 2.2281",
        "15, 2.1314",
        "20, 2.0860",
        "30, 2.0423",
        "60, 2.0003",
        "98, 1.9845",
        "100, 1.9840"
    })
    void studentsTIsThatOfTheTables(int degrees, double value) {
        assertThat(StudentT.twoSided(0.95, degrees)).isCloseTo(value, within(5.1e-5));
        assertThat(StudentT.within(StudentT.twoSided(0.95, degrees), degrees)).isCloseTo(0.95, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.90, 1, 6.3138", "0.90, 10, 1.8125", "0.99, 2, 9.9248", "0.99, 5, 4.0321", "0.99, 30, 2.7500"})
    void soItIsForOtherProbabilities(double probability, int degrees, double value) {
        assertThat(StudentT.twoSided(probability, degrees)).isCloseTo(value, within(5.1e-5));
    }

    /** Time may be counted from any year, distance from any place; twice the uncertainty everywhere changes no rate. */
    @Property(tries = 100)
    void theRateDependsNeitherOnTheOriginNorOnTheUnitOfWeights(
            @ForAll @Size(5) double[] seeds, @ForAll @DoubleRange(min = -3000, max = 3000) double shift) {
        double[] d = new double[5];
        Arrays.setAll(d, i -> 100 * Math.sin(seeds[i] % 1000));
        double[] t = {1985, 1996.5, 2003, 2015, 2021.25};
        double[] w = {1, 4, 0.5, 1, 9};
        Regression line = Regression.fit(t, d, w);
        Regression moved = Regression.fit(
                Arrays.stream(t).map(one -> one + shift).toArray(),
                Arrays.stream(d).map(one -> one - shift).toArray(),
                Arrays.stream(w).map(one -> one / 4).toArray());
        assertThat(moved.slope()).isCloseTo(line.slope(), within(1e-9));
        assertThat(moved.slopeBand().orElseThrow()).isCloseTo(line.slopeBand().orElseThrow(), within(1e-9));
    }

    private static double[] every(double[] pairs, int from) {
        double[] half = new double[pairs.length / 2];
        Arrays.setAll(half, i -> pairs[2 * i + from]);
        return half;
    }

    private static double[] ones(int number) {
        double[] ones = new double[number];
        Arrays.fill(ones, 1);
        return ones;
    }
}
