// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/savebanner.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace assay {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("SaveBanner", text);
}

QString reason(ErrorKind kind, const QString& workspace)
{
    switch (kind) {
    case ErrorKind::NoSpace:
        return translated("the disk of %1 is full").arg(workspace);
    case ErrorKind::NoPermission:
        return translated("%1 may not be written").arg(workspace);
    case ErrorKind::Busy:
        return translated("another program is writing %1").arg(workspace);
    case ErrorKind::Damaged:
        return translated("%1 is damaged").arg(workspace);
    case ErrorKind::NotFound:
        return translated("the image is not in %1 any more").arg(workspace);
    default:
        return translated("writing %1 failed").arg(workspace);
    }
}

QString remedy(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoSpace:
        return translated("Free some space, then retry; reviewing goes on.");
    case ErrorKind::NoPermission:
        return translated("Allow this account to write it, then retry; reviewing goes on.");
    case ErrorKind::Busy:
        return translated("Wait a moment or close the other program, then retry; reviewing goes on.");
    default:
        return translated("Check the disk or the network, then retry; reviewing goes on.");
    }
}

QString subject(const ReviewSession& session, SaveKind kind)
{
    const int count = session.failedCount();
    if (count > 1 && count == session.failedCount(SaveKind::Verdict))
        return translated("%1 verdicts could not be saved").arg(formatCount(count));
    if (count > 1)
        return translated("%1 verdicts or changes could not be saved").arg(formatCount(count));
    switch (kind) {
    case SaveKind::Verdict:
        return translated("1 verdict could not be saved");
    case SaveKind::Withdrawal:
        return translated("1 verdict could not be taken back");
    case SaveKind::Draft:
        return translated("The ticks of 1 image could not be saved");
    case SaveKind::Checklist:
        return translated("1 checklist could not be saved");
    case SaveKind::Template:
        return translated("The checklist of 1 template could not be saved");
    case SaveKind::MostOffered:
        return translated("How many constraints are offered could not be saved");
    }
    Q_UNREACHABLE();
}

} // namespace

SaveProblem describeUnsaved(const ReviewSession& session, const QString& workspace)
{
    const Unsaved first = session.firstFailed().value_or(Unsaved{});
    const ErrorKind kind = first.error ? first.error->kind : ErrorKind::Io;
    const QString kept = session.failedCount() == 1 ? translated("It is kept and marked in the queue.")
                                                    : translated("They are kept and marked in the queue.");
    return {translated("%1: %2.").arg(subject(session, first.kind), reason(kind, workspace)),
            QString(kept % u' ' % remedy(kind))};
}

} // namespace assay
