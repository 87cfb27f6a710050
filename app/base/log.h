// SPDX-License-Identifier: GPL-3.0-or-later
// Logging categories, one per part. A thing is logged once, where it is handled.
#pragma once

#include <QLoggingCategory>

namespace assay {

Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logIntake)
Q_DECLARE_LOGGING_CATEGORY(logImages)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace assay
