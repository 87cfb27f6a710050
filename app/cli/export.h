// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli export`: rows of a workspace as JSONL, to a file (all or nothing) or to stdout.
#pragma once

#include <QStringList>

namespace assay {

int runExport(const QStringList& arguments);

} // namespace assay
