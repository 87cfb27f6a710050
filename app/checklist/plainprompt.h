// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt with what is no language blanked out, unit for unit, so that places stay the same. Pure, linear.
#pragma once

#include <QString>

namespace assay {

/// Tags `<lora:…>`, weights, flags, BREAK and the keys of a JSON prompt become spaces.
QString plainPrompt(const QString& prompt);
/// Writes `with` over the units from `from` up to `to`.
void blank(QString* text, qsizetype from, qsizetype to, QChar with = u' ');

} // namespace assay
