// SPDX-License-Identifier: GPL-3.0-or-later
// What views can be narrowed to: the clients, models and templates that generations were made for and with.
// Reads only, on any connection, and as of the last refresh of the roll-ups.
#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace assay {

class Database;

struct ViewChoices
{
    QStringList clients{};   ///< by name; empty: "no client"
    QStringList models{};    ///< by name; empty: unknown
    QStringList templates{}; ///< by name

    bool operator==(const ViewChoices&) const = default;
};

Result<ViewChoices> readViewChoices(const Database& database);

} // namespace assay
