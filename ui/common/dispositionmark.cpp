// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dispositionmark.h"

#include <QCoreApplication>

namespace assay {

Mark dispositionMark(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Accepted:
        return Mark::Accepted;
    case Disposition::Revised:
        return Mark::Revised;
    case Disposition::Rejected:
        return Mark::Rejected;
    }
    Q_UNREACHABLE();
}

Mark answerMark(std::optional<Answer> answer)
{
    if (!answer)
        return Mark::Open;
    switch (*answer) {
    case Answer::Met:
        return Mark::Met;
    case Answer::Missed:
        return Mark::Missed;
    case Answer::CantTell:
        return Mark::Unsure;
    case Answer::NotApplicable:
        return Mark::NotApplicable;
    }
    Q_UNREACHABLE();
}

QString dispositionWord(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Accepted:
        return QCoreApplication::translate("Review", "accepted");
    case Disposition::Revised:
        return QCoreApplication::translate("Review", "revised");
    case Disposition::Rejected:
        return QCoreApplication::translate("Review", "rejected");
    }
    Q_UNREACHABLE();
}

} // namespace assay
