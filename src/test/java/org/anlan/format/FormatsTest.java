package org.anlan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void theListNamesEveryExtensionThatIsReadAndNoOther() {
        Set<String> listed = new HashSet<>();
        Formats.list().forEach(format -> listed.addAll(format.extensions()));
        listed.removeAll(Set.of("zip", "kmz")); // told by their content
        listed.remove("txt"); // read as CSV

        Set<String> read = new HashSet<>();
        Formats.SINGLE.forEach(format -> read.addAll(format.extensions()));
        assertThat(listed).isEqualTo(read);
        assertThat(Formats.list().stream().map(InFormat::word)).doesNotHaveDuplicates();
    }
}
