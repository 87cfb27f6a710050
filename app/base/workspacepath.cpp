// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/workspacepath.h"

#include <QStandardPaths>

namespace assay {

QString defaultWorkspacePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/assay/default.assay");
}

} // namespace assay
