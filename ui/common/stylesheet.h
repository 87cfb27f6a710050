// SPDX-License-Identifier: GPL-3.0-or-later
// The application's one style sheet: resources/style.qss with the colours of a theme put in. Pure.
#pragma once

#include <QString>

namespace assay {

class Theme;

QString styleSheet(const Theme& theme);

} // namespace assay
