// SPDX-License-Identifier: GPL-3.0-or-later
// The rate card as text: one JSON object a line, so that a card can be kept beside a project and given to
// another workspace. Pure; reading and writing files is the caller's.
#pragma once

#include "app/base/result.h"
#include "app/domain/rate.h"

namespace assay {

/// {"model":"flux-*","per":"image","price":"0.040000","currency":"EUR","valid_from":"…Z","client":"nord"};
/// valid_from and client are left out where the rate holds for all of them.
QString toRateLine(const Rate& rate);

/// The same back; also "gpu-second" and a price as a number. Invalid, with the key that is wrong, for
/// anything else, and for keys that a rate does not have.
Result<Rate> rateFromLine(const QByteArray& line);

/// A price as a person types it: a decimal number that is not negative, below a million.
std::optional<qint64> parsePrice(QStringView text);

} // namespace assay
