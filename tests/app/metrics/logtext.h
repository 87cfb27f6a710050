// SPDX-License-Identifier: GPL-3.0-or-later
// Writes logs of LOG_FORMAT.md for tests: small cases by hand, and random worlds full of unusual weeks.
#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace assay::test {

/// Noon (UTC) of a day.
UtcTime noon(int year, int month, int day);

class LogText
{
public:
    struct Image
    {
        QString asset = QStringLiteral("a1");
        QString client = QStringLiteral("north");
        QString batch{}; ///< empty: left out of the line
        int cycle = 1;
        int attempt = 1;
        QString status = QStringLiteral("ok");
        QString cost = QStringLiteral("0.040000"); ///< empty: no cost known
        QString currency = QStringLiteral("USD");
        int latency = 900; ///< milliseconds
        std::optional<double> drift{};
        std::optional<double> clip{};
        std::optional<double> aesthetic{};
        std::optional<UtcTime> promptWrittenAt{};
    };

    /// The id of the new generation.
    QString addImage(UtcTime sentAt, const Image& image);
    /// `checks` as JSON: `{"c1":true}`.
    void addReview(const QString& generation, UtcTime at, const QString& disposition, const QString& checks);
    void addGpuSample(UtcTime at, double utilisation);
    void addChange(UtcTime at, const QString& client = {});

    const QByteArray& text() const { return m_text; }

private:
    void addLine(const QString& line);

    QByteArray m_text;
    int m_ids = 0;
};

/// What a made-up world is like.
struct World
{
    UtcTime start{};
    int weeks = 12;
    int assetsPerWeek = 12;
    double accepted = 0.5;      ///< chance of an image
    double acceptedLater = 0.5; ///< the same in the second half
    double met = 0.9;           ///< chance of a check
    double failed = 0.05;       ///< chance of an attempt
    QString client = QStringLiteral("north");
};

/// Every asset in one week, one to three cycles of one to four candidates; the same seed gives the same
/// lines.
void addWorld(LogText& log, const World& world, quint32 seed);

/// Several clients with gaps, late and superseded reviews, unknown and foreign costs, and changes at odd
/// moments.
QByteArray oddWorld(quint32 seed);

} // namespace assay::test
