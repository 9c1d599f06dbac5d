package org.anlan.report;

import java.util.List;
import org.anlan.base.Text;

/**
 * Photos, small ones; a page shows them, a workbook does not.
 *
 * @param title what they show
 * @param photos the photos
 */
public record Photos(Text title, List<Photo> photos) implements Block {

    /**
     * A photo.
     *
     * @param caption what it is called
     * @param jpeg its bytes in base 64, a JPEG file
     */
    public record Photo(String caption, String jpeg) {}
}
