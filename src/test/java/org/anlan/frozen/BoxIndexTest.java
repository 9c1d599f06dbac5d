package org.anlan.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes are found and counted as by looking at each. */
class BoxIndexTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 255, 256, 257, 4_097, 20_000})
    void rowsAreFoundAndCountedAsByLookingAtEach(int rows, @TempDir Path folder) throws IOException {
        Random random = new Random(rows);
        double[] boxes = new double[4 * rows];
        for (int i = 0; i < rows; i++) {
            boolean none = random.nextInt(10) == 0;
            boxes[4 * i] = none ? 1 : random.nextDouble();
            boxes[4 * i + 1] = random.nextDouble();
            boxes[4 * i + 2] = none ? -1 : boxes[4 * i] + 0.05 * random.nextDouble();
            boxes[4 * i + 3] = boxes[4 * i + 1] + 0.05 * random.nextDouble();
        }
        int leaves;
        try (SectionWriter out = new SectionWriter(folder.resolve("boxes"))) {
            leaves = BoxIndex.write(out, boxes, rows);
            out.finish();
        }
        BoxIndex index = BoxIndex.open(Section.open(folder.resolve("boxes")), leaves);
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            double side = i % 3 == 0 ? 2 : random.nextDouble() * random.nextDouble();
            var rectangle = new BoxIndex.Rectangle(x - side, y - side, x + side, y + side);
            int[] expected = IntStream.range(0, rows)
                    .filter(row -> meets(boxes, 4 * row, rectangle))
                    .toArray();
            int count = index.count(rectangle);
            int[] found = index.search(rectangle, count);
            Arrays.sort(found);
            assertThat(count).isEqualTo(expected.length);
            assertThat(found).containsExactly(expected);
        }
    }

    private static boolean meets(double[] boxes, int at, BoxIndex.Rectangle r) {
        return boxes[at] <= boxes[at + 2]
                && boxes[at] <= r.maxX()
                && boxes[at + 2] >= r.minX()
                && boxes[at + 1] <= r.maxY()
                && boxes[at + 3] >= r.minY();
    }
}
