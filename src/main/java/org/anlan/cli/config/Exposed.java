package org.anlan.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.anlan.base.Text;

/** Whether a file that holds a password can be read by any user of the machine. */
public final class Exposed {

    private Exposed() {}

    /** Whether others than the owner and the group may read a file; not told of file systems without such rights. */
    public static boolean toOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The warning about it. */
    public static Text warning(Path file) {
        return Text.of(
                "%s 内有口令，但本机所有用户都能读取；请执行 chmod o-rwx",
                "%s holds a password and every user of this machine can read it; chmod o-rwx it", file);
    }
}
