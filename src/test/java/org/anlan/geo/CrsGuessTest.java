package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class CrsGuessTest {

    private static final Envelope SHISHI = new Envelope(118.58, 118.80, 24.60, 24.84);

    @Test
    void degreesAreTakenForCgcs2000() {
        CrsGuess guess = CrsGuess.of(new Envelope(118.6, 118.7, 24.7, 24.75), SHISHI);
        assertThat(guess.confident()).map(c -> c.crs().epsg()).contains(4490);
        assertThat(guess.candidates().get(0).distanceM()).isZero();
    }

    @Test
    void exchangedDegreesAreReportedAsSuchAndNeverBeyondDoubt() {
        CrsGuess guess = CrsGuess.of(new Envelope(24.7, 24.75, 118.6, 118.7), SHISHI);
        assertThat(guess.confident()).isEmpty();
        CrsGuess.Candidate best = guess.candidates().get(0);
        assertThat(best.swapped()).isTrue();
        assertThat(best.crs()).isEqualTo(CrsList.CGCS2000);
        assertThat(best.reason().zh()).contains("颠倒");
        assertThatObject(best.area()).isEqualTo(new Envelope(118.6, 118.7, 24.7, 24.75));
    }

    @Test
    void anEightDigitEastingNamesItsZone() {
        CrsGuess guess = CrsGuess.of(new Envelope(40358000, 40380000, 2725000, 2740000), SHISHI);
        assertThat(guess.confident()).map(c -> c.crs().epsg()).contains(4528);
        assertThat(guess.candidates().get(0).reason().en()).contains("40");
    }

    @Test
    void anEightDigitEastingOfASixDegreeZoneNamesIt() {
        CrsGuess guess = CrsGuess.of(new Envelope(20660000, 20680000, 2725000, 2740000), SHISHI);
        assertThat(guess.confident()).map(c -> c.crs().epsg()).contains(4498);
    }

    @Test
    void aWrongZoneIsShownFarFromHomeAndLeftToThePerson() {
        CrsGuess guess = CrsGuess.of(new Envelope(39358000, 39380000, 2725000, 2740000), SHISHI);
        assertThat(guess.confident()).isEmpty();
        assertThat(guess.candidates().get(0).crs().epsg()).isEqualTo(4527);
        assertThat(guess.candidates().get(0).distanceM()).isBetween(270_000.0, 320_000.0);
    }

    @Test
    void aSixDigitEastingOffersTheNeighbouringMeridians() {
        CrsGuess guess = CrsGuess.of(new Envelope(358000, 380000, 2725000, 2740000), SHISHI);
        assertThat(guess.confident()).isEmpty();
        assertThat(guess.candidates().get(0).crs().epsg()).isEqualTo(4549);
        assertThat(guess.candidates()).extracting(c -> c.crs().epsg()).contains(4548, 4550, 4509, 32650);
        assertThat(guess.candidates()).extracting(CrsGuess.Candidate::distanceM).isSorted();
    }

    @Test
    void webMercatorIsOffered() {
        CrsGuess guess = CrsGuess.of(new Envelope(13200000, 13220000, 2830000, 2850000), SHISHI);
        assertThat(guess.candidates().get(0).crs().epsg()).isEqualTo(3857);
    }

    @Test
    void aSurveyorsNorthingFirstIsReportedAsExchanged() {
        CrsGuess guess = CrsGuess.of(new Envelope(2725000, 2740000, 40358000, 40380000), SHISHI);
        assertThat(guess.candidates().get(0).crs().epsg()).isEqualTo(4528);
        assertThat(guess.candidates().get(0).swapped()).isTrue();
        assertThat(guess.confident()).isEmpty();
    }

    @Test
    void withoutAHomeNothingIsBeyondDoubt() {
        CrsGuess guess = CrsGuess.of(new Envelope(40358000, 40380000, 2725000, 2740000), new Envelope());
        assertThat(guess.candidates()).isNotEmpty();
        assertThat(guess.confident()).isEmpty();
    }

    @Test
    void numbersThatFitNothingHaveNoCandidates() {
        assertThat(CrsGuess.of(new Envelope(), SHISHI).candidates()).isEmpty();
        assertThat(CrsGuess.of(new Envelope(1e9, 2e9, 1e9, 2e9), SHISHI).candidates())
                .isEmpty();
        assertThat(CrsGuess.of(new Envelope(Double.NaN, Double.NaN, 1, 2), SHISHI)
                        .candidates())
                .isEmpty();
    }
}
