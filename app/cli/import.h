// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli import PATH...`: takes folders, image files, JSONL logs and tables into a workspace and prints
// the report.
#pragma once

#include <QStringList>

namespace assay {

int runImport(const QStringList& arguments);

} // namespace assay
