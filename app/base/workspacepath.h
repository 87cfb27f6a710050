// SPDX-License-Identifier: GPL-3.0-or-later
// Where the default workspace is: the same file for the window and the command line.
#pragma once

#include <QString>

namespace assay {

/// `default.assay` in the person's data folder, which may not be there yet.
QString defaultWorkspacePath();

} // namespace assay
