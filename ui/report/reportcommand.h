// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli report`: the client report as a PDF, without a display. The one command that draws with Widgets
// and Charts, so it lives here, is compiled into the assay-cli program (not into the library) and is added to
// the others in app/cli/main.cpp, the only file of the CLI that sees ui/.
#pragma once

#include "app/cli/command.h"

namespace assay {

Command reportCommand();

} // namespace assay
