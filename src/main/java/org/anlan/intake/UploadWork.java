package org.anlan.intake;

import java.io.IOException;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.store.Job;
import org.anlan.store.Revision;
import org.anlan.store.Upload;

/** What a job does: it checks or commits its upload. */
public final class UploadWork implements Jobs.Work {

    private final Intake intake;

    /** Work of this intake. */
    public UploadWork(Intake intake) {
        this.intake = intake;
    }

    /** Checks, and gives nothing; or commits, and gives the revisions. Refused besides as {@link Intake#commit}: {@code has-errors}. */
    @Override
    public List<Long> run(Job job, Progress progress) throws IOException {
        Upload upload = intake.find(job.upload());
        if (job.kind() == Job.Kind.CHECK) {
            intake.check(upload, progress);
            return List.of();
        }
        Intake.Outcome outcome =
                intake.commit(upload, job.asked().actor(), job.asked().note(), progress);
        if (outcome.report().blocked()) {
            throw Refusal.conflict(
                    "has-errors",
                    "有 %d 个错误，未作任何更改；请按检查结果改正后重新上传",
                    "There are %d errors and nothing was changed; correct them as the findings say and upload again",
                    outcome.report().errors());
        }
        return outcome.revisions().stream().map(Revision::id).toList();
    }
}
