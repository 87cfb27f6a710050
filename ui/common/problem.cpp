// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/problem.h"

#include <QCoreApplication>

namespace assay {

namespace {

QString words(const char* source)
{
    return QCoreApplication::translate("Problem", source);
}

/// "%1" is the subject, "%2" the reason.
QString pattern(Attempt attempt)
{
    switch (attempt) {
    case Attempt::OpenWorkspace:
        return words(QT_TRANSLATE_NOOP("Problem", "The workspace %1 could not be opened: %2."));
    case Attempt::SaveReview:
        return words(QT_TRANSLATE_NOOP("Problem", "A verdict could not be saved in %1: %2."));
    case Attempt::ReadQueue:
        return words(QT_TRANSLATE_NOOP("Problem", "The queue could not be read from %1: %2."));
    case Attempt::ReadTrends:
        return words(QT_TRANSLATE_NOOP("Problem", "The weeks could not be read from %1: %2."));
    case Attempt::ReadReport:
        return words(QT_TRANSLATE_NOOP("Problem", "The report could not be read from %1: %2."));
    case Attempt::ReadImage:
        return words(QT_TRANSLATE_NOOP("Problem", "The picture %1 could not be shown: %2."));
    case Attempt::ReadFolder:
        return words(QT_TRANSLATE_NOOP("Problem", "The folder %1 could not be read: %2."));
    case Attempt::ImportFile:
        return words(QT_TRANSLATE_NOOP("Problem", "%1 could not be imported: %2."));
    case Attempt::WriteFile:
        return words(QT_TRANSLATE_NOOP("Problem", "%1 could not be written: %2."));
    case Attempt::SaveEntry:
        return words(QT_TRANSLATE_NOOP("Problem", "What was entered could not be saved in %1: %2."));
    case Attempt::MakeSample:
        return words(QT_TRANSLATE_NOOP("Problem", "The sample could not be made in %1: %2."));
    }
    Q_UNREACHABLE();
}

QString reason(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return words(QT_TRANSLATE_NOOP("Problem", "it is not there"));
    case ErrorKind::NoPermission:
        return words(QT_TRANSLATE_NOOP("Problem", "this account may not use it"));
    case ErrorKind::NoSpace:
        return words(QT_TRANSLATE_NOOP("Problem", "the disk is full"));
    case ErrorKind::Busy:
        return words(QT_TRANSLATE_NOOP("Problem", "another program is using it"));
    case ErrorKind::Damaged:
        return words(QT_TRANSLATE_NOOP("Problem", "its content is damaged or ends too early"));
    case ErrorKind::TooLarge:
        return words(QT_TRANSLATE_NOOP("Problem", "it is larger than the limit"));
    case ErrorKind::Unsupported:
        return words(QT_TRANSLATE_NOOP("Problem", "its format is not known"));
    case ErrorKind::TooNew:
        return words(QT_TRANSLATE_NOOP("Problem", "a newer version of Assay wrote it"));
    case ErrorKind::Invalid:
        return words(QT_TRANSLATE_NOOP("Problem", "its content breaks a rule"));
    case ErrorKind::Cancelled:
        return words(QT_TRANSLATE_NOOP("Problem", "it was stopped"));
    case ErrorKind::Io:
        return words(QT_TRANSLATE_NOOP("Problem", "reading or writing failed"));
    }
    Q_UNREACHABLE();
}

struct Advice
{
    const char* text;
    Remedy remedy;
};

Advice adviceByKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return {QT_TRANSLATE_NOOP("Problem",
                                  "It may have been moved. Choose it again, or connect its disk and retry."),
                Remedy::ChooseOther};
    case ErrorKind::NoPermission:
        return {QT_TRANSLATE_NOOP("Problem", "Change its permissions, then retry, or choose another place."),
                Remedy::ShowInFolder};
    case ErrorKind::NoSpace:
        return {QT_TRANSLATE_NOOP("Problem", "Free some space, then retry."), Remedy::Retry};
    case ErrorKind::Busy:
        return {QT_TRANSLATE_NOOP("Problem", "Close the other program or wait a moment, then retry."),
                Remedy::Retry};
    case ErrorKind::Damaged:
        return {QT_TRANSLATE_NOOP("Problem",
                                  "The file was not changed. Take it from its source or a copy again."),
                Remedy::ShowInFolder};
    case ErrorKind::TooLarge:
        return {QT_TRANSLATE_NOOP("Problem", "The file was not changed. Make a smaller version of it."),
                Remedy::ShowInFolder};
    case ErrorKind::Unsupported:
        return {QT_TRANSLATE_NOOP("Problem", "Assay reads PNG, JPEG and WebP pictures and JSONL logs."),
                Remedy::ShowInFolder};
    case ErrorKind::TooNew:
        return {QT_TRANSLATE_NOOP("Problem",
                                  "Nothing was changed. Install the newer version, or choose another file."),
                Remedy::ChooseOther};
    case ErrorKind::Invalid:
        return {QT_TRANSLATE_NOOP("Problem", "Correct it, then retry."), Remedy::Retry};
    case ErrorKind::Cancelled:
        return {QT_TRANSLATE_NOOP("Problem", "What was done until then is kept. Start it again to go on."),
                Remedy::Retry};
    case ErrorKind::Io:
        return {QT_TRANSLATE_NOOP("Problem", "Check the disk or the network connection, then retry."),
                Remedy::Retry};
    }
    Q_UNREACHABLE();
}

/// A verdict waits and can always be saved again; a workspace has copies.
Advice advice(ErrorKind kind, Attempt attempt)
{
    if (attempt == Attempt::SaveReview && kind == ErrorKind::NoSpace)
        return {QT_TRANSLATE_NOOP("Problem",
                                  "It is kept and marked in the queue. Free some space, then retry; "
                                  "reviewing goes on."),
                Remedy::Retry};
    if (attempt == Attempt::SaveReview)
        return {QT_TRANSLATE_NOOP("Problem", "It is kept and marked in the queue. Retry; reviewing goes on."),
                Remedy::Retry};
    if (attempt == Attempt::OpenWorkspace && kind == ErrorKind::Damaged)
        return {QT_TRANSLATE_NOOP(
                    "Problem", "Nothing was changed. A copy from before its last update may lie beside it."),
                Remedy::ShowInFolder};
    return adviceByKind(kind);
}

} // namespace

Problem describe(const Error& error, Attempt attempt)
{
    const Advice found = advice(error.kind, attempt);
    // multi-arg: a "%1" in a file's name is a name, not a place.
    return {pattern(attempt).arg(error.subject, reason(error.kind)), words(found.text), found.remedy,
            error.detail};
}

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::Retry:
        return words(QT_TRANSLATE_NOOP("Problem", "Retry"));
    case Remedy::ShowInFolder:
        return words(QT_TRANSLATE_NOOP("Problem", "Show in folder"));
    case Remedy::ChooseOther:
        return words(QT_TRANSLATE_NOOP("Problem", "Choose another"));
    }
    Q_UNREACHABLE();
}

} // namespace assay
