// SPDX-License-Identifier: GPL-3.0-or-later
// writeFile(): a file is there whole or as it was before; never half. Any thread.
#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace assay {

/// Replaces what is there. NotFound when the folder is not there, NoPermission, NoSpace or Io otherwise; the
/// subject is what can't be used.
Result<void> writeFile(const QString& path, const QByteArray& bytes);

} // namespace assay
