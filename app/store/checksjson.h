// SPDX-License-Identifier: GPL-3.0-or-later
// How checks and reasons stand in a text column: {"c1":"met","c2":"missed"} and ["Wrong colour"]. Pure.
#pragma once

#include "app/domain/constraint.h"

#include <QStringList>

namespace assay {

QString checksToJson(const Checks& checks);
/// Answers that are no known word are left out.
Checks checksFromJson(const QString& json);

QString reasonsToJson(const QStringList& reasons);
QStringList reasonsFromJson(const QString& json);

} // namespace assay
