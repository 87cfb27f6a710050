// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace assay {

Q_LOGGING_CATEGORY(logStore, "assay.store")
Q_LOGGING_CATEGORY(logIntake, "assay.intake")
Q_LOGGING_CATEGORY(logImages, "assay.images")
Q_LOGGING_CATEGORY(logUi, "assay.ui")

} // namespace assay
