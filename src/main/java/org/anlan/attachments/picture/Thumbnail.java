package org.anlan.attachments.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.anlan.attachments.kind.FileKind;

/** A picture made small and turned upright, as JPEG. No more than every so-many-th pixel is kept while it is read, so that memory is bounded. */
public final class Thumbnail {

    private static final int FLIPPED_FROM = 5;

    private Thumbnail() {}

    /**
     * The small picture; fails when the picture is broken or of a kind that is not read (CMYK).
     *
     * @param side most pixels on a side
     */
    public static byte[] of(Path file, FileKind kind, int side) throws IOException {
        int orientation = kind == FileKind.JPEG ? PhotoNotes.of(file).orientation() : 1;
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(kind.endings().get(0)).next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            PictureSize size = new PictureSize(reader.getWidth(0), reader.getHeight(0));
            if (!size.fits()) {
                throw new IOException("the picture is too large");
            }
            int longest = Math.max(size.width(), size.height());
            int step = Math.max(1, longest / (2 * side));
            ImageReadParam sparse = reader.getDefaultReadParam();
            sparse.setSourceSubsampling(step, step, 0, 0);
            return jpeg(upright(reader.read(0, sparse), orientation, side));
        } catch (RuntimeException broken) { // the readers of the platform fail so on broken files
            throw new IOException("a broken picture", broken);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation, int side) {
        double scale = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean turned = orientation >= FLIPPED_FROM;
        BufferedImage small =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, small.getWidth(), small.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(turn(orientation, width, height));
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    /** From the picture as it is stored to the picture upright (Exif 2.32, tag 0x0112). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "jpeg", out);
        }
        return bytes.toByteArray();
    }
}
