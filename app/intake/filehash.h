// SPDX-License-Identifier: GPL-3.0-or-later
// The identity of a file: SHA-256 of its bytes, read in blocks. Free function, for any thread.
#pragma once

#include "app/base/result.h"

#include <QByteArray>

class QIODevice;

namespace assay {

/// 32 bytes. Reads the device from its start to its end.
Result<QByteArray> sha256Of(QIODevice& device);

} // namespace assay
