// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/constraintwords.h"

#include <QCoreApplication>

namespace assay {

namespace {

struct ConstraintWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::ConstraintWords)
};

} // namespace

QString kindText(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::Count:
        return ConstraintWords::tr("count");
    case ConstraintKind::Colour:
        return ConstraintWords::tr("colour");
    case ConstraintKind::Position:
        return ConstraintWords::tr("position");
    case ConstraintKind::Text:
        return ConstraintWords::tr("text");
    case ConstraintKind::Presence:
        return ConstraintWords::tr("presence");
    case ConstraintKind::Attribute:
        return ConstraintWords::tr("attribute");
    case ConstraintKind::Other:
        return ConstraintWords::tr("other");
    }
    Q_UNREACHABLE();
}

} // namespace assay
