// SPDX-License-Identifier: GPL-3.0-or-later
// How numbers, money, times and sizes are written, in the default QLocale. Any thread.
// Every figure in the window goes through here: minus is U+2212, a unit follows after a no-break space, and
// what is not a number is a dash, never 0. The command line does not use it; its output is for programs.
#pragma once

#include "app/base/clock.h"
#include "app/base/isoweek.h"
#include "app/base/money.h"

#include <QSize>
#include <QString>
#include <QTimeZone>

namespace assay {

/// What stands where a value is not known.
QString formatUnknown();

QString formatCount(qint64 count);                           ///< 1,204
QString formatNumber(double value, int decimals);            ///< 1.94, −0.30
QString formatSigned(double value, int decimals);            ///< +5.60, −5.60, 0.00
QString formatPercent(double ratio, int decimals = 1);       ///< 0.813 -> 81.3 %
QString formatSignedPercent(double ratio, int decimals = 1); ///< -0.085 -> −8.5 %
/// Two ratios as one interval: 78.7–83.7 %
QString formatPercentRange(double low, double high, int decimals = 1);

QString formatMoney(const Money& money, int decimals = 2); ///< 0.44 USD

/// The two largest units that are not nothing: 850 ms, 3.1 s, 21 s, 2 min 5 s, 3 h 20 min, 1 d 4 h
QString formatDuration(Milliseconds duration);

QString formatDate(QDate date);                              ///< 20 Apr 2026
QString formatDays(QDate first, QDate last);                 ///< 20–26 Apr, 29 Dec – 4 Jan
QString formatTime(UtcTime time, const QTimeZone& zone);     ///< 14:02
QString formatDateTime(UtcTime time, const QTimeZone& zone); ///< 20 Apr 2026, 14:02

QString formatWeek(const IsoWeek& week);      ///< 2026-W17
QString formatWeekShort(const IsoWeek& week); ///< W17
QString formatWeekDays(const IsoWeek& week);  ///< 20–26 Apr

QString formatBytes(qint64 bytes);       ///< 3.4 MB
QString formatPixels(const QSize& size); ///< 2048 × 2048

} // namespace assay
