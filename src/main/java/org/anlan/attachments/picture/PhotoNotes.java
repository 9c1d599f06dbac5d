package org.anlan.attachments.picture;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.store.Attachment;

/**
 * What a camera wrote into a photo (Exif).
 *
 * @param place where it was taken
 * @param orientation which way is up, 1 to 8 as Exif numbers it; 1 = upright
 */
public record PhotoNotes(Optional<Attachment.Place> place, int orientation) {

    /** Nothing. */
    public static final PhotoNotes NONE = new PhotoNotes(Optional.empty(), 1);

    private static final int MOST = 8;

    /** The notes of a JPEG file; what cannot be read is as if it were not there. */
    public static PhotoNotes of(Path jpeg) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(jpeg))) {
            Metadata notes = JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
            return new PhotoNotes(place(notes), orientation(notes));
        } catch (JpegProcessingException broken) {
            return NONE;
        }
    }

    private static Optional<Attachment.Place> place(Metadata notes) {
        return notes.getDirectoriesOfType(GpsDirectory.class).stream()
                .map(GpsDirectory::getGeoLocation)
                .filter(PhotoNotes::onEarth)
                .map(at -> new Attachment.Place(at.getLongitude(), at.getLatitude()))
                .findFirst();
    }

    /** Cameras without a fix write 0, 0. */
    private static boolean onEarth(GeoLocation at) {
        return at != null && !at.isZero() && Math.abs(at.getLongitude()) <= 180 && Math.abs(at.getLatitude()) <= 90;
    }

    private static int orientation(Metadata notes) {
        return notes.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .filter(number -> number != null && number >= 1 && number <= MOST)
                .findFirst()
                .orElse(1);
    }
}
