// SPDX-License-Identifier: GPL-3.0-or-later
// Which files and folders of this computer somebody drags. GUI thread.
#pragma once

#include <QStringList>

class QMimeData;

namespace assay {

/// Empty when nothing that is dragged is on this computer.
QStringList localPaths(const QMimeData& data);

} // namespace assay
