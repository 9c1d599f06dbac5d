package org.anlan.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.anlan.attachments.AttachmentFiles;
import org.anlan.attachments.AttachmentText;
import org.anlan.base.Refusal;
import org.anlan.store.Attachment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan attachments}: photos and documents of the ledgers. */
@Command(
        name = "attachments",
        description = "台账的照片与文件 / photos and documents of the ledgers",
        subcommands = {AttachmentsCommand.Add.class, AttachmentsCommand.ListAll.class, AttachmentsCommand.Get.class})
final class AttachmentsCommand extends CommandGroup {

    /** {@code anlan attachments add}. */
    @Command(name = "add", description = "收入一个文件 / takes a file in")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(index = "0", paramLabel = "LEDGER", description = "outfall, case, marker")
        private String ledger;

        @Parameters(index = "1", paramLabel = "SUBJECT", description = "编码、编号 / code or number")
        private String subject;

        @Parameters(index = "2", paramLabel = "FILE", description = "jpg, png, pdf, docx, xlsx")
        private Path file;

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(file)) {
                throw Refusal.notFound("no-such-file", "没有文件 %s", "There is no file %s", file);
            }
            try (Installation installation = common.open()) {
                AttachmentFiles.Added added = installation
                        .fieldwork()
                        .attachments()
                        .add(ledger, subject, file.getFileName().toString(), file, CommandLineCaller.caller());
                System.out.println(
                        added.attachment().id() + "  " + added.attachment().name());
            }
            return 0;
        }
    }

    /** {@code anlan attachments list}. */
    @Command(name = "list", description = "列出附件 / lists the attachments of a subject")
    static final class ListAll implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(index = "0", paramLabel = "LEDGER", description = "outfall, case, marker")
        private String ledger;

        @Parameters(index = "1", paramLabel = "SUBJECT", description = "编码、编号 / code or number")
        private String subject;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                installation
                        .fieldwork()
                        .attachments()
                        .of(ledger, subject)
                        .forEach(one -> list.add(AttachmentText.tree(one)));
                System.out.println(list.toPrettyString());
            }
            return 0;
        }
    }

    /** {@code anlan attachments get}. */
    @Command(name = "get", description = "取出附件 / writes an attachment to a file")
    static final class Get implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "ID", description = "附件号 / its id")
        private String id;

        @Option(names = "--public", description = "去除位置、时间等信息 / without place, time and camera")
        private boolean publicCopy;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "写到此文件 / the file to write")
        private Path out;

        @Override
        public Integer call() throws IOException {
            try (Installation installation = common.open()) {
                AttachmentFiles files = installation.fieldwork().attachments();
                Attachment attachment = files.find(id);
                if (publicCopy) {
                    files.mustBePicture(attachment);
                }
                try (OutputStream bytes = Files.newOutputStream(out)) {
                    if (publicCopy) {
                        files.publicCopy(attachment, bytes);
                    } else {
                        files.original(attachment, bytes);
                    }
                }
            }
            return 0;
        }
    }
}
