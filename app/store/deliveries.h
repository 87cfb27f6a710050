// SPDX-License-Identifier: GPL-3.0-or-later
// What was delivered to a client in a period of days: the assets accepted in it, the images made in it and
// how many of them were judged. For reports; reading only, on any connection.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace assay {

class Database;

/// An asset whose first acceptance falls into the period.
struct Delivery
{
    int cycle = 1; ///< in which it was accepted; 1: without rework
    UtcTime acceptedAt{};
    std::optional<UtcTime> promptWrittenAt{};

    bool operator==(const Delivery&) const = default;
};

struct ImageCounts
{
    qint64 images = 0;   ///< ok generations sent in the period
    qint64 reviewed = 0; ///< of them with a verdict in force

    bool operator==(const ImageCounts&) const = default;
};

/// A client and the instants [from, to).
struct ClientPeriod
{
    QString client;
    UtcTime from{};
    UtcTime to{};
};

class Deliveries
{
public:
    explicit Deliveries(const Database& database);

    /// By acceptance. Empty for a client that is not known.
    Result<QList<Delivery>> assets(const ClientPeriod& period) const;
    Result<ImageCounts> images(const ClientPeriod& period) const;

private:
    const Database& m_database;
};

} // namespace assay
