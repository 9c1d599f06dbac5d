package org.anlan.attachments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.anlan.attachments.kind.FileKind;
import org.anlan.attachments.kind.SafeName;
import org.anlan.attachments.picture.PictureSize;
import org.anlan.attachments.picture.PublicCopy;
import org.anlan.base.Refusal;

/** Looks at a file before it is taken in: what it is by its content, whether its name says the same, and whether a picture is whole and not too large. */
final class FileCheck {

    private FileCheck() {}

    /** What a file is. Refused: {@code attachment-type}, {@code attachment-broken}, {@code image-too-large}. */
    static FileKind kind(String name, Path file) throws IOException {
        String taken = Arrays.stream(FileKind.values())
                .map(kind -> kind.endings().get(0))
                .collect(Collectors.joining(", "));
        FileKind kind = FileKind.ofContent(file)
                .orElseThrow(() -> Refusal.unprocessable(
                        "attachment-type",
                        "文件内容不是可收的类型（%s；不收带宏的文档）",
                        "By its content the file is nothing that is taken (%s; no documents with macros)",
                        taken));
        SafeName.ending(name).filter(ending -> !kind.endings().contains(ending)).ifPresent(ending -> {
            throw Refusal.unprocessable(
                    "attachment-type",
                    "文件名以“.%s”结尾，内容却是 %s；请核对文件",
                    "The file's name ends in \".%s\" but its content is %s; check the file",
                    ending.replaceAll("[^a-z0-9]", "?"),
                    kind.endings().get(0));
        });
        if (kind.picture()) {
            mustBeWhole(file, kind);
        }
        return kind;
    }

    private static void mustBeWhole(Path file, FileKind kind) throws IOException {
        try {
            PictureSize size = PictureSize.of(file, kind);
            if (!size.fits()) {
                throw tooManyPixels(size);
            }
            PublicCopy.write(file, kind, OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw Refusal.unprocessable(
                    "attachment-broken",
                    "图片已损坏或不完整；请重新拍摄或上传",
                    "The picture is broken or cut off; take or send it again");
        }
    }

    private static Refusal tooManyPixels(PictureSize size) {
        return Refusal.unprocessable(
                "image-too-large",
                "图片为 %1$d × %2$d 像素，超过上限（每边 %3$d，共 %4$d 万像素）；请先缩小",
                "The picture has %1$d × %2$d pixels; at most %3$d on a side and %5$d million in all are taken. Make it smaller first",
                size.width(),
                size.height(),
                PictureSize.MOST_ON_A_SIDE,
                PictureSize.MOST_PIXELS / 10_000,
                PictureSize.MOST_PIXELS / 1_000_000);
    }
}
