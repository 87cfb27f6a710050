// SPDX-License-Identifier: GPL-3.0-or-later
// How a number of the metrics is written, the same in the window, in the CLI and on paper: "81.3 %",
// "-8.5 %" with a true minus, "20-26 Apr" with an en dash. Any thread, pure. Texts are plain: names and
// prompts pass through plainLine() before they stand in a line of ours.
#pragma once

#include "app/base/clock.h"
#include "app/base/isoweek.h"
#include "app/metrics/definition.h"
#include "app/metrics/interval.h"
#include "app/metrics/weekrow.h"

#include <QString>

namespace assay {

/// A name or prompt as one harmless line: line breaks and controls become spaces, marks that turn the
/// direction of the text around it are dropped.
QString plainLine(const QString& text);

/// A name or state as it stands within a sentence: "acceptance", but "CLIP similarity".
QString withinSentence(QString words);

QString countText(qint64 count);                     ///< "1,204"
QString percentText(double share, int decimals = 1); ///< "81.3 %" with a no-break space
QString numberText(double value, int decimals);      ///< "-0.25" with a true minus
QString deviationText(double share);                 ///< "-8.5 %", "+64 %"
QString durationText(Milliseconds duration);         ///< "1 d 4 h", "35 min"

QString weekText(IsoWeek week);           ///< "W17"
QString weekSpanText(IsoWeek week);       ///< "20-26 Apr"
QString dateText(QDate date);             ///< "5 May 2026"
QString periodText(QDate from, QDate to); ///< "1 January - 31 March 2026", both days included
QString monthText(QDate date);            ///< "Dec"

/// The metric's name and shorter texts in the words of the program's language.
QString metricName(const Definition& metric);
QString metricShortName(const Definition& metric);
QString metricFormula(const Definition& metric);
QString metricSentence(const Definition& metric);
QString metricCounted(const Definition& metric); ///< what its n counts: "checks"

/// A value of the metric without its currency: "81.3 %", "1.94", "0.187".
QString metricText(const Definition& metric, double value);
/// A time in the unit that suits it: "850 ms", "3.1 s", "1 d 4 h"; a negative one with a true minus.
QString elapsedText(double milliseconds);
/// Both ends, the unit once: "78.7-83.7 %"; times with a unit each.
QString intervalText(const Definition& metric, const Interval& interval);

/// The one currency that costs are counted in; empty for none or several.
QString onlyCurrency(const WeekCounts& counts);

} // namespace assay
