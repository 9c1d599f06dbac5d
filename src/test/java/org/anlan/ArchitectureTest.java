package org.anlan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void everyPackageImportsOnlyLowerFloors() {
        var house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.anlan");
        assertThat(house.contain(App.class)).as("the house is there").isTrue();
        Floors.of("org.anlan").check(house);
    }

    @Test
    void importsUpwardsAreFound() {
        assertThat(faults()).anyMatch(fault -> fault.startsWith("upwards") && fault.contains("UpwardCatalog"));
    }

    @Test
    void importsFromANeighboursInnerRoomAreFound() {
        assertThat(faults())
                .anyMatch(fault -> fault.startsWith("into a neighbour's inner room") && fault.contains("NosyCatalog"));
    }

    @Test
    void packagesThatStandOnNoFloorAreFound() {
        assertThat(faults()).anyMatch(fault -> fault.contains("Attic stands on no floor"));
    }

    @Test
    void importsDownwardsAndFromANeighboursRootAreNoFault() {
        assertThat(faults())
                .noneMatch(fault -> fault.contains("<wronghouse.catalog.GoodCatalog.")
                        || fault.contains("<wronghouse.store.StoreRoom."));
    }

    /** What the rule says of a small house in the test sources that is built wrong on purpose. */
    private static List<String> faults() {
        var house = new ClassFileImporter().importPackages("wronghouse");
        List<String> faults =
                Floors.of("wronghouse").evaluate(house).getFailureReport().getDetails();
        return faults.stream().map(fault -> fault.replace('\n', ' ')).toList();
    }
}
