package org.anlan.format.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.anlan.base.Refusal;

/** The container ([MS-CFB]) of Excel 97-2003 workbooks, and of newer ones that are locked with a password. Neither is read. */
public final class CompoundFile {

    private static final long MAGIC = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int DIRECTORY = 4096;

    private CompoundFile() {}

    /**
     * Turns such a file down and says what to do; any other file passes.
     *
     * @param name of the file, for the message
     * @throws Refusal {@code excel-encrypted}, {@code excel-old}
     */
    public static void refuse(Path file, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER);
            if (header.limit() < HEADER || header.getLong(0) != MAGIC) {
                return;
            }
            long sector = Integer.toUnsignedLong(header.getInt(48));
            long at = (sector + 1) << Math.min(16, header.getShort(30) & 0xFFFF);
            String directory = new String(read(channel, at, DIRECTORY).array(), StandardCharsets.UTF_16LE);
            throw directory.contains("EncryptedPackage") ? encrypted(name) : old(name);
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, at + bytes.position());
        }
        return bytes.flip();
    }

    private static Refusal encrypted(String name) {
        return Refusal.unprocessable(
                "excel-encrypted",
                "“%s”设有打开密码，无法读取；请在 Excel 中取消密码（文件 → 信息 → 保护工作簿），保存后再上传",
                "“%s” is locked with a password and cannot be read; take the password off in Excel, save the file and hand it in again",
                name);
    }

    private static Refusal old(String name) {
        return Refusal.unprocessable(
                "excel-old",
                "“%s”是旧版 Office 文件（如 Excel 97-2003 的 .xls），无法读取；请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”后上传",
                "“%s” is a file of old Office versions (such as an .xls of Excel 97-2003) and is not read; save it as an Excel workbook (.xlsx) and hand that in",
                name);
    }
}
